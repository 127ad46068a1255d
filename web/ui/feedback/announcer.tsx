// What happened without a visible move of focus is said to screen readers: sorting, filtering, loading more.

import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Says a sentence politely; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  said = said === sentence ? `${sentence}\u00a0` : sentence
  for (const listener of listeners) listener()
}

export function Announcer() {
  const sentence = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="hidden" role="status" aria-live="polite">
      {sentence}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
