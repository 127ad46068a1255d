// Keys that work right now, so that the help (?) can list exactly those. A page brings its own while it is shown.

import { useEffect, useSyncExternalStore } from 'react'

export type Shortcut = { readonly keys: string; readonly does: string }

let groups: readonly { readonly id: string; readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = []
const listeners = new Set<() => void>()

/** Lists a group in the keyboard help as long as the component is there. */
export function useShortcutHelp(id: string, title: string, shortcuts: readonly Shortcut[]): void {
  const fingerprint = JSON.stringify([title, shortcuts])
  useEffect(() => {
    set([...groups.filter((group) => group.id !== id), { id, title, shortcuts }])
    return () => set(groups.filter((group) => group.id !== id))
    // The fingerprint stands for title and shortcuts, which are new objects at each render.
  }, [id, fingerprint])
}

export function useListedShortcuts(): typeof groups {
  return useSyncExternalStore(subscribe, () => groups)
}

/** Whether a key press is meant for typing and not for us. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function set(next: typeof groups): void {
  groups = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
