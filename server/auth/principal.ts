// Who is acting, for which tenant, with which rights. Made once per request at the edge and handed inwards.

import type { Right, Role } from './rights.ts'

export type Actor = {
  /** user: a person; key: a program with an API key; partner: a collection partner; system: Mahnwerk itself. */
  readonly kind: 'user' | 'key' | 'partner' | 'system'
  readonly id: string
  readonly name: string
}

export type Principal = {
  readonly tenantId: string
  readonly actor: Actor
  readonly role: Role
  readonly rights: ReadonlySet<Right>
  /** The practices this principal may see; undefined means all of the tenant. */
  readonly practices: readonly string[] | undefined
  /** Present where a person is signed in with a browser. */
  readonly session?: BrowserSession
}

export type BrowserSession = {
  readonly id: string
  /** The password was given by somebody else: until it is changed, only the own account is open. */
  readonly passwordChangeDue: boolean
}

export const SYSTEM: Actor = { kind: 'system', id: 'mahnwerk', name: 'Mahnwerk' }

/** For queries: the practices as an array parameter, or null for all. */
export function practiceFilter(principal: Principal): readonly string[] | null {
  return principal.practices ?? null
}

export function mayTouchPractice(principal: Principal, practiceId: string): boolean {
  return principal.practices === undefined || principal.practices.includes(practiceId)
}
