// The creditor's own data: what its letters and handovers say about it, and the rules of the house.

import { sql } from 'kysely'
import { z } from 'zod'
import { recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { isIban, plainIban } from './iban.ts'

const line = z.string().trim().max(200)
const needed = line.min(1)
// An emptied field is a field without a value.
const optional = line.nullable().transform((text) => text || null)

const fields = {
  name: needed,
  legalName: needed,
  street: needed,
  extra: optional,
  postCode: needed.max(20),
  city: needed,
  country: z.string().regex(/^[A-Z]{2}$/),
  email: z.union([z.email().max(320), z.literal('').transform(() => null)]).nullable(),
  phone: optional,
  website: optional,
  vatId: optional,
  iban: optional,
  bic: optional,
  accountHolder: optional,
  deductsInputTax: z.boolean(),
  healthProfession: z.boolean(),
  originalsWithLetters: z.enum(['usual', 'post', 'none']),
  paymentTermDays: z.int().min(0).max(365),
  locale: z.enum(['de', 'en']),
}

type Field = keyof typeof fields

const COLUMNS: Readonly<Record<Field, string>> = {
  name: 'name',
  legalName: 'legal_name',
  street: 'street',
  extra: 'extra',
  postCode: 'post_code',
  city: 'city',
  country: 'country',
  email: 'email',
  phone: 'phone',
  website: 'website',
  vatId: 'vat_id',
  iban: 'iban',
  bic: 'bic',
  accountHolder: 'account_holder',
  deductsInputTax: 'deducts_input_tax',
  healthProfession: 'health_profession',
  originalsWithLetters: 'originals_with_letters',
  paymentTermDays: 'payment_term_days',
  locale: 'locale',
}

const text = z.string()
const maybe = z.string().nullable()

export const tenantSchema = z
  .object({
    name: text,
    legalName: text,
    street: text,
    extra: maybe,
    postCode: text,
    city: text,
    country: text,
    email: maybe,
    phone: maybe,
    website: maybe,
    vatId: maybe,
    iban: maybe,
    bic: maybe,
    accountHolder: maybe,
    deductsInputTax: z.boolean(),
    healthProfession: z.boolean(),
    originalsWithLetters: z
      .enum(['usual', 'post', 'none'])
      .describe('usual: by mail and post, but not of a health profession; post: in envelopes only'),
    paymentTermDays: z.int(),
    locale: text,
    demo: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'TenantSettings' })

/** Only the members that are named change. `version` is the state the change was made on; If-Match may say it instead. */
export const tenantChangeSchema = z
  .object({ ...fields, version: z.int() })
  .partial()
  .meta({ id: 'TenantSettingsChange' })

export type TenantSettings = z.infer<typeof tenantSchema>
type Change = Omit<z.infer<typeof tenantChangeSchema>, 'version'>

export async function loadTenant({ trx, tenantId }: Context, lock = false): Promise<TenantSettings> {
  const columns = Object.entries(COLUMNS).map(([field, column]) => sql`${sql.ref(column)} AS ${sql.ref(field)}`)
  const { rows } = await sql<TenantSettings>`
    SELECT ${sql.join(columns)}, demo, version FROM tenants
    WHERE tenant_id = ${tenantId} ${lock ? sql`FOR NO KEY UPDATE` : sql``}`.execute(trx)
  const row = rows[0]
  if (!row) throw new Error(`tenant ${tenantId} is missing`)
  return row
}

/** Refuses where somebody changed the data since `version` was read. */
export async function changeTenant(
  context: Context,
  version: number | undefined,
  change: Change,
): Promise<TenantSettings> {
  if (version === undefined) throw refused('version_missing', {}, { status: 428 })
  const before = await loadTenant(context, true)
  if (before.version !== version) throw refused('version_conflict', {}, { status: 409 })
  const wanted = changedFields(before, withPlainIban(change))
  if (wanted.length === 0) return before
  await save(context, wanted)
  const changes = wanted.map(([field, to]) => ({ field, from: before[field], to }))
  await recordForTenant(context, { type: 'settings_changed', data: { changes } })
  return loadTenant(context)
}

function withPlainIban(change: Change): Change {
  if (typeof change.iban !== 'string') return change
  const iban = plainIban(change.iban)
  if (!isIban(iban)) throw refused('iban_invalid', { iban: change.iban })
  return { ...change, iban }
}

type FieldChange = readonly [Field, string | number | boolean | null]

function changedFields(before: TenantSettings, change: Change): FieldChange[] {
  const named = Object.keys(COLUMNS) as Field[] // the keys of a literal record of all fields
  return named.flatMap((field): FieldChange[] => {
    const to = change[field]
    return to === undefined || to === before[field] ? [] : [[field, to]]
  })
}

async function save({ trx, tenantId }: Context, changes: readonly FieldChange[]): Promise<void> {
  const assignments = changes.map(([field, to]) => sql`${sql.ref(COLUMNS[field])} = ${to}`)
  await sql`UPDATE tenants SET ${sql.join(assignments)}, version = version + 1 WHERE tenant_id = ${tenantId}`.execute(
    trx,
  )
  const name = changes.find(([field]) => field === 'name')
  if (name) await sql`UPDATE auth.organizations SET name = ${name[1]} WHERE id = ${tenantId}`.execute(trx)
}
