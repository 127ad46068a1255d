// "Recht und Zinsen": whose law the creditor's claims follow, what it chose where that law leaves something open, and what holds
// for invoices of which nothing else is known. Every default is the careful one.

import { sql } from 'kysely'
import { z } from 'zod'
import { type Country, countryOf } from '@mahnwerk/core/countries'
import { recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'

const choices = z.record(z.string().max(60), z.string().max(60))
const yearBasis = z.enum(['act/365', 'act/act', 'act/360'])

const shared = {
  region: z
    .string()
    .max(20)
    .nullable()
    .describe("Whose holidays hold, by the country's code of it; null: the whole country's"),
  yearBasis: yearBasis.nullable().describe("Null: the country's"),
  paymentDayCounts: z.boolean().nullable().describe("Whether the day of payment bears interest; null: the country's"),
  provisional: z.boolean().describe('The last published value may be carried on; marked'),
  lowConfidence: z.boolean().describe('Facts that were only recalled or derived may be used; marked'),
  choices: choices.describe('Open questions of the country, by key'),
  interestDemanded: z.boolean(),
  flatDemanded: z.boolean(),
  dueAgreed: z.boolean().describe('Due days are agreed with customers, unless an invoice says otherwise'),
  invoiceNotice: z.boolean().describe('Invoices tell consumers what happens after thirty days'),
  postalDays: z.int().min(0).max(30).describe('Days until a reminder counts as received'),
}

export const lawChangeSchema = z
  .object({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .describe('ISO code; null: of the own address'),
    ...shared,
    version: z.int(),
  })
  .partial()
  .meta({ id: 'LawSettingsOfTenantChange' })

export const lawSchema = z
  .object({
    country: z.string().nullable(),
    countryInForce: z.string().describe('The one that was chosen, else of the own address'),
    ...shared,
    version: z.int(),
  })
  .meta({ id: 'LawSettingsOfTenant' })

export type LawOfTenant = z.output<typeof lawSchema>
type Change = Omit<z.output<typeof lawChangeSchema>, 'version'>

export async function loadLaw({ trx, tenantId }: Context): Promise<LawOfTenant> {
  const { rows } = await sql<LawOfTenant>`
    SELECT l.country, coalesce(l.country, t.country) AS "countryInForce", l.region, l.year_basis AS "yearBasis",
      l.payment_day_counts AS "paymentDayCounts", coalesce(l.provisional, false) AS provisional,
      coalesce(l.low_confidence, false) AS "lowConfidence", coalesce(l.choices, '{}') AS choices,
      coalesce(l.interest_demanded, true) AS "interestDemanded", coalesce(l.flat_demanded, false) AS "flatDemanded",
      coalesce(l.due_agreed, false) AS "dueAgreed", coalesce(l.invoice_notice, false) AS "invoiceNotice",
      coalesce(l.postal_days, 3) AS "postalDays", coalesce(l.version, 1) AS version
    FROM tenants t LEFT JOIN law_settings l ON l.tenant_id = t.tenant_id WHERE t.tenant_id = ${tenantId}`.execute(trx)
  if (!rows[0]) throw new Error(`tenant ${tenantId} is missing`)
  return rows[0]
}

/** The country whose law holds. Throws Refused where Mahnwerk does not know it. */
export function countryInForce({ countryInForce: code }: Pick<LawOfTenant, 'countryInForce'>): Country {
  const country = countryOf(code)
  if (!country) throw refused('law_country_unknown', { country: code }, { repair: '/einstellungen/recht' })
  return country
}

/** Refuses where somebody changed them since `version` was read, and choices that the country's law does not leave open. */
export async function changeLaw(context: Context, version: number | undefined, change: Change): Promise<LawOfTenant> {
  if (version === undefined) throw refused('version_missing', {}, { status: 428 })
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${context.tenantId} FOR NO KEY UPDATE`.execute(context.trx)
  const before = await loadLaw(context)
  if (before.version !== version) throw refused('version_conflict', {}, { status: 409 })
  const named = Object.keys(change) as (keyof Change)[] // its own keys
  const changes = named
    .filter((field) => change[field] !== undefined && !same(change[field], before[field]))
    .map((field) => ({ field, from: before[field], to: change[field] }))
  if (changes.length === 0) return before
  const wanted = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
  if (change.country !== undefined || change.region !== undefined || change.choices !== undefined)
    await check(context, wanted)
  await save(context, wanted)
  await recordForTenant(context, { type: 'law_settings_changed', data: { changes } })
  return loadLaw(context)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function check({ trx, tenantId }: Context, wanted: LawOfTenant): Promise<void> {
  const { rows } = await sql<{ country: string }>`SELECT country FROM tenants WHERE tenant_id = ${tenantId}`.execute(
    trx,
  )
  const country = countryInForce({ countryInForce: wanted.country ?? rows[0]?.country ?? '' })
  const { region } = wanted
  if (region !== null && !Object.hasOwn(country.regions, region))
    throw refused('law_region_unknown', { region, country: country.code })
  for (const [key, answer] of Object.entries(wanted.choices)) {
    const question = country.openQuestions.find((each) => each.key === key)
    if (!question?.answers.includes(answer)) throw refused('law_choice_unknown', { key, answer, country: country.code })
  }
}

async function save({ trx, tenantId }: Context, wanted: LawOfTenant): Promise<void> {
  await sql`
    INSERT INTO law_settings (tenant_id, country, region, year_basis, payment_day_counts, provisional, low_confidence, choices,
      interest_demanded, flat_demanded, due_agreed, invoice_notice, postal_days, version)
    VALUES (${tenantId}, ${wanted.country}, ${wanted.region}, ${wanted.yearBasis}, ${wanted.paymentDayCounts}, ${wanted.provisional},
      ${wanted.lowConfidence}, ${JSON.stringify(wanted.choices)}, ${wanted.interestDemanded}, ${wanted.flatDemanded},
      ${wanted.dueAgreed}, ${wanted.invoiceNotice}, ${wanted.postalDays}, ${wanted.version + 1})
    ON CONFLICT (tenant_id) DO UPDATE SET country = excluded.country, region = excluded.region, year_basis = excluded.year_basis,
      payment_day_counts = excluded.payment_day_counts, provisional = excluded.provisional,
      low_confidence = excluded.low_confidence, choices = excluded.choices, interest_demanded = excluded.interest_demanded,
      flat_demanded = excluded.flat_demanded, due_agreed = excluded.due_agreed, invoice_notice = excluded.invoice_notice,
      postal_days = excluded.postal_days, version = excluded.version`.execute(trx)
}
