// Where one is and what was filled in, both from the address. Typing changes the address a moment later: browsers refuse
// many changes within seconds.

import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Given, givenFrom, hashOf } from './given.ts'

export type Address = {
  readonly path: string
  readonly given: Given
  /** Rises whenever the given was replaced from outside a field, so that fields read it anew. */
  readonly generation: number
  readonly change: (given: Given) => void
  readonly replace: (given: Given) => void
  readonly go: (href: string) => void
}

const SETTLE_MS = 300

type Place = { readonly path: string; readonly given: Given; readonly generation: number }

export function useAddress(): Address {
  const [place, setPlace] = useState<Place>(() => ({ ...here(), generation: 0 }))
  const arrive = useCallback(() => setPlace((before) => ({ ...here(), generation: before.generation + 1 })), [])
  useEffect(() => {
    window.addEventListener('popstate', arrive)
    return () => window.removeEventListener('popstate', arrive)
  }, [arrive])
  useEffect(() => {
    const wanted = place.path + hashOf(place.given)
    if (wanted === location.pathname + location.hash) return
    const timer = setTimeout(() => history.replaceState(null, '', wanted), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [place])
  return useMemo(
    () => ({
      ...place,
      change: (given) => setPlace((before) => ({ ...before, given })),
      replace: (given) => setPlace((before) => ({ ...before, given, generation: before.generation + 1 })),
      go: (href) => {
        history.pushState(null, '', href)
        arrive()
        window.scrollTo(0, 0)
      },
    }),
    [place, arrive],
  )
}

function here(): { path: string; given: Given } {
  return { path: location.pathname.replace(/\/$/, ''), given: givenFrom(location.hash) }
}
