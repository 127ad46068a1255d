export const ROLES = ['owner', 'accountant', 'front_desk', 'tax_adviser', 'read_only'] as const
export type OfficeRole = (typeof ROLES)[number]

/** A role of the list; one that this page does not know is shown as it is called. */
export function isOfficeRole(role: string): role is OfficeRole {
  return ROLES.some((known) => known === role)
}
