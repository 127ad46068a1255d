// A debtor as the table keeps it and as the rules of core see it.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Address, PartyName } from '@mahnwerk/core/parties'
import { type RawBuilder, sql } from 'kysely'

export type Debtor = {
  readonly id: string
  readonly practiceId: string
  readonly number?: string
  readonly name: PartyName
  readonly listName: string
  /** Empty parts where nobody told them yet. */
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly birthDate?: LocalDate
  readonly version: number
}

export type DebtorRow = {
  readonly id: string
  readonly practice_id: string
  readonly number: string | null
  readonly kind: PartyName['kind']
  readonly first_name: string
  readonly last_name: string
  readonly company: string
  readonly contact_person: string | null
  readonly list_name: string
  readonly street: string
  readonly extra: string | null
  readonly post_code: string
  readonly city: string
  readonly country: string
  readonly email: string | null
  readonly phone: string | null
  readonly birth_date: LocalDate | null
  readonly version: number
}

/** The columns of DebtorRow, of the table under the name `d`. */
export const DEBTOR_COLUMNS: RawBuilder<unknown> = sql`
  d.id, d.practice_id, d.number, d.kind, d.first_name, d.last_name, d.company, d.contact_person, d.list_name, d.street,
  d.extra, d.post_code, d.city, d.country, d.email, d.phone, d.birth_date, d.version`

export function debtorOf(row: DebtorRow): Debtor {
  return {
    id: row.id,
    practiceId: row.practice_id,
    name: nameOf(row),
    listName: row.list_name,
    address: {
      street: row.street,
      postCode: row.post_code,
      city: row.city,
      country: row.country,
      ...(row.extra === null ? {} : { extra: row.extra }),
    },
    version: row.version,
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.birth_date === null ? {} : { birthDate: row.birth_date }),
  }
}

function nameOf(row: DebtorRow): PartyName {
  if (row.kind === 'consumer') return { kind: 'consumer', first: row.first_name, last: row.last_name }
  const { company, contact_person: contactPerson } = row
  return contactPerson === null ? { kind: 'business', company } : { kind: 'business', company, contactPerson }
}
