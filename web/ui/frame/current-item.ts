// What the navigation offers, and which of it one is looking at.

import type { ReactNode } from 'react'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly count?: number | undefined
  /** What the count counts, for screen readers: "23 offene Fälle". */
  readonly countLabel?: string | undefined
}

export type NavGroup = { readonly id: string; readonly title?: string; readonly items: readonly NavItem[] }

/** The item whose address is the longest beginning of the path; the start page only for itself. */
export function currentItem(groups: readonly NavGroup[], path: string): NavItem | undefined {
  const items = groups.flatMap((group) => group.items)
  const fits = items.filter(({ href }) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)))
  return fits.toSorted((a, b) => b.href.length - a.href.length)[0]
}
