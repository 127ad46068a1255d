// Reads everything a handover needs to know: the creditor, the debtor, the invoice, what was paid, and the partner's rules.

import { sql } from 'kysely'
import { type LocalDate, day } from '@mahnwerk/core/calendar'
import { type Marker, attemptable } from '@mahnwerk/core/claims'
import type { HandoverGiven, HandoverPackage } from '@mahnwerk/core/handover'
import type { Amounts } from '@mahnwerk/core/ledger'
import { minor } from '@mahnwerk/core/money'
import { type Context, notFound, refused } from '../../http/index.ts'
import { holdInForce } from '../debtors/index.ts'
import { type Invoice, writtenOffOf } from '../invoices/index.ts'
import { chargesAboveLaw } from './lawful.ts'
import { type Connection, activeConnection } from '../partners/index.ts'

export type Gathered = { readonly given: HandoverGiven; readonly connection: Connection }

export async function gather(context: Context, invoice: Invoice, caseId: string): Promise<Gathered> {
  const connection = await activeConnection(context)
  if (!connection) throw refused('no_partner', {}, { repair: '/einstellungen/partner' })
  const tenant = await readTenant(context, invoice.practiceId)
  const owed = await owedOn(context, invoice)
  const unlawful = await chargesAboveLaw(context, invoice, owed.charges)
  return {
    connection,
    given: {
      caseId,
      now: context.now,
      today: context.today,
      creditor: creditorOf(context.tenantId, tenant),
      healthProfession: tenant.healthProfession,
      invoice: {
        number: invoice.number,
        invoiceDate: invoice.invoiceDate,
        dueDate: invoice.dueDate,
        ...(invoice.serviceDate === undefined ? {} : { serviceDate: invoice.serviceDate }),
        subject: invoice.subject,
        currency: invoice.currency,
        principalOpen: owed.principal,
        chargesOpen: owed.charges,
        state: invoice.state,
        marker: await markerOf(context, invoice),
        dunningLevel: invoice.dunningLevel,
        ...(invoice.lastNoticeOn === undefined ? {} : { lastNoticeOn: invoice.lastNoticeOn }),
      },
      debtor: await readDebtor(context, invoice.debtorId),
      paymentsSoFar: await readPayments(context, invoice.id),
      profile: connection.profile,
      ...(unlawful === undefined ? {} : { chargesAboveLaw: unlawful }),
    },
  }
}

// A stop on the debtor stops the partner, too, as one on the invoice does. Without an end it rests until somebody lifts it.
async function markerOf(context: Context, { marker, debtorId }: Invoice): Promise<Marker> {
  const held = marker.kind === 'disputed' ? undefined : await holdInForce(context, debtorId)
  return held === undefined ? marker : { kind: 'hold', until: held.until ?? NO_END, note: '' }
}

const NO_END = day('9999-12-31')

/** What would be handed over: what is open, or of a claim that was written off what was given up. */
async function owedOn(context: Context, invoice: Invoice): Promise<Amounts> {
  return invoice.state === 'written_off' ? attemptable(await writtenOffOf(context, invoice.id)) : invoice.open
}

type TenantRow = {
  readonly legalName: string
  readonly street: string
  readonly extra: string | null
  readonly postCode: string
  readonly city: string
  readonly country: string
  readonly email: string | null
  readonly phone: string | null
  readonly deductsInputTax: boolean
  readonly healthProfession: boolean
  readonly practices: number
  readonly unit: string
}

async function readTenant(context: Context, practiceId: string): Promise<TenantRow> {
  const { rows } = await sql<TenantRow>`
    SELECT t.legal_name AS "legalName", t.street, t.extra, t.post_code AS "postCode", t.city, t.country, t.email, t.phone,
      t.deducts_input_tax AS "deductsInputTax", t.health_profession AS "healthProfession", p.name AS unit,
      (SELECT count(*) FROM practices c WHERE c.tenant_id = t.tenant_id) AS practices
    FROM tenants t JOIN practices p ON p.tenant_id = t.tenant_id
    WHERE t.tenant_id = ${context.tenantId} AND p.id = ${practiceId}`.execute(context.trx)
  const row = rows[0]
  if (!row) throw notFound('practice')
  return row
}

function creditorOf(ref: string, tenant: TenantRow): HandoverPackage['creditor'] {
  return {
    ref,
    legalName: tenant.legalName,
    address: {
      street: tenant.street,
      ...(tenant.extra === null ? {} : { extra: tenant.extra }),
      postCode: tenant.postCode,
      city: tenant.city,
      country: tenant.country,
    },
    email: tenant.email ?? '',
    ...(tenant.phone === null ? {} : { phone: tenant.phone }),
    deductsInputTax: tenant.deductsInputTax,
    ...(tenant.practices > 1 ? { unit: tenant.unit } : {}),
  }
}

type DebtorRow = {
  readonly ref: string
  readonly kind: 'consumer' | 'business'
  readonly first: string
  readonly last: string
  readonly company: string
  readonly contactPerson: string | null
  readonly street: string
  readonly extra: string | null
  readonly postCode: string
  readonly city: string
  readonly country: string
  readonly email: string | null
  readonly phone: string | null
  readonly birthDate: LocalDate | null
}

async function readDebtor(context: Context, debtorId: string): Promise<HandoverGiven['debtor']> {
  const { rows } = await sql<DebtorRow>`
    SELECT coalesce(number, id::text) AS ref, kind, first_name AS first, last_name AS last, company,
      contact_person AS "contactPerson", street, extra, post_code AS "postCode", city, country, email, phone,
      birth_date AS "birthDate"
    FROM debtors WHERE tenant_id = ${context.tenantId} AND id = ${debtorId}`.execute(context.trx)
  const row = rows[0]
  if (!row) throw notFound('debtor')
  const { ref, street, postCode, city, country } = row
  return {
    ref,
    name:
      row.kind === 'business'
        ? {
            kind: 'business',
            company: row.company,
            ...(row.contactPerson === null ? {} : { contactPerson: row.contactPerson }),
          }
        : { kind: 'consumer', first: row.first, last: row.last },
    address: { street, ...(row.extra === null ? {} : { extra: row.extra }), postCode, city, country },
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.birthDate === null ? {} : { birthDate: row.birthDate }),
  }
}

async function readPayments(context: Context, invoiceId: string): Promise<HandoverGiven['paymentsSoFar']> {
  const { rows } = await sql<{ on: LocalDate; amount: number }>`
    SELECT received_on AS "on", amount FROM payments
    WHERE tenant_id = ${context.tenantId} AND invoice_id = ${invoiceId} AND reversed_at IS NULL
    ORDER BY received_on, id`.execute(context.trx)
  return rows.map((row) => ({ on: row.on, amount: minor(row.amount) }))
}
