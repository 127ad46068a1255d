// A person corrects how a debtor is reached. The name stays as the invoices say it.

import { sql } from 'kysely'
import { announce, appendEvents } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { type Debtor } from './debtor.ts'
import { lockDebtor } from './load.ts'

/** Fields left out stay; an empty text takes a field away. */
export type DebtorCorrection = {
  readonly street?: string | undefined
  readonly extra?: string | undefined
  readonly postCode?: string | undefined
  readonly city?: string | undefined
  readonly country?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly birthDate?: string | undefined
}

type Contact = Required<DebtorCorrection>

/** Saves what differs with its event. `version`: the state the person saw; another one is refused. */
export async function correctDebtor(
  context: Context,
  id: string,
  version: number,
  correction: DebtorCorrection,
): Promise<Debtor> {
  const debtor = await lockDebtor(context, id)
  if (debtor.version !== version) throw refused('version_conflict', {}, { status: 409 })
  const before = contactOf(debtor)
  const after = merged(before, correction)
  const changes = differences(before, after)
  if (Object.keys(changes).length === 0) return debtor
  const { trx, tenantId } = context
  await appendEvents(trx, context, 'debtor', id, debtor.version, [{ type: 'debtor.corrected', data: { changes } }])
  await sql`
    UPDATE debtors SET street = ${after.street}, extra = ${after.extra || null}, post_code = ${after.postCode},
      city = ${after.city}, country = ${after.country}, email = ${after.email || null}, phone = ${after.phone || null},
      birth_date = ${after.birthDate || null}, version = ${debtor.version + 1}
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  await announce(trx, { tenantId, topic: 'debtor', id, practiceId: debtor.practiceId })
  return lockDebtor(context, id)
}

function contactOf({ address, email, phone, birthDate }: Debtor): Contact {
  return {
    street: address.street,
    extra: address.extra ?? '',
    postCode: address.postCode,
    city: address.city,
    country: address.country,
    email: email ?? '',
    phone: phone ?? '',
    birthDate: birthDate ?? '',
  }
}

const FIELDS = ['street', 'extra', 'postCode', 'city', 'country', 'email', 'phone', 'birthDate'] as const

function merged(before: Contact, correction: DebtorCorrection): Contact {
  const next = { ...before }
  for (const field of FIELDS) next[field] = correction[field]?.trim() ?? before[field]
  return next
}

function differences(before: Contact, after: Contact): Record<string, { readonly was: string; readonly now: string }> {
  return Object.fromEntries(
    FIELDS.filter((field) => before[field] !== after[field]).map((field) => [
      field,
      { was: before[field] ?? '', now: after[field] ?? '' },
    ]),
  )
}
