// Keys that work right now, so that the help (?) can list exactly those. A page brings its own while it is shown.

import { useEffect, useSyncExternalStore } from 'react'

export type Shortcut = { readonly keys: string; readonly does: string }

type Group = { readonly id: string; readonly title: string; readonly shortcuts: readonly Shortcut[] }

let groups: readonly Group[] = []
const listeners = new Set<() => void>()

/** Lists a group in the keyboard help as long as the component is there. */
export function useShortcutHelp(id: string, title: string, shortcuts: readonly Shortcut[]): void {
  // As text, because title and shortcuts are new objects at each render and the group changes only with their words.
  const group = JSON.stringify({ id, title, shortcuts })
  useEffect(() => {
    const listed = JSON.parse(group) as Group // written one line above
    set([...groups.filter((other) => other.id !== listed.id), listed])
    return () => set(groups.filter((other) => other.id !== listed.id))
  }, [group])
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
