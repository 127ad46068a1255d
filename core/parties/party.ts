// Who owes and who is owed: a person or a company, with an address and ways to be reached.

export type Address = {
  readonly street: string
  /** A second line such as "c/o" or a floor. */
  readonly extra?: string
  readonly postCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
}

export type PartyName =
  | { readonly kind: 'consumer'; readonly first: string; readonly last: string }
  | { readonly kind: 'business'; readonly company: string; readonly contactPerson?: string }

/** As lists sort and show it: "Weber, Jonas"; a company by its name. */
export function listName(name: PartyName): string {
  if (name.kind === 'business') return name.company
  return name.first === '' ? name.last : `${name.last}, ${name.first}`
}

/** As letters address it: "Jonas Weber". */
export function fullName(name: PartyName): string {
  return name.kind === 'business' ? name.company : `${name.first} ${name.last}`.trim()
}
