// For database tests: claims that are at a partner, with what it says of them, without a road between.

import { sql } from 'kysely'
import type { NewsBody } from '@mahnwerk/core/cases'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'
import type { Context } from '../http/index.ts'
import { ingestNews } from '../modules/cases/index.ts'
import { confirmHandover } from '../modules/handover/index.ts'
import { lockInvoice, recordInvoices } from '../modules/invoices/index.ts'
import { addConnection } from '../modules/partners/index.ts'
import { type House, draftOf } from './house.ts'

const PROFILE: PartnerProfile = {
  code: 'kranich',
  name: 'Kranich Inkasso',
  countries: ['DE'],
  currencies: [EUR],
  principalMin: minor(1_000),
  caseFee: { min: minor(250), max: minor(500) },
  costsBorneBy: 'debtor',
  creditorAdvancesCosts: true,
  courtOnlyByDecision: true,
  acceptsWithinDays: 1,
}

/** An active connection whose secrets nobody can read. Returns its id. */
export async function connected(house: House): Promise<string> {
  const id = house.ground.newId()
  const [token, webhookSecret] = [Buffer.from('token'), Buffer.from('secret')]
  const baseUrl = 'http://partner.example/v1'
  await house.run((context) =>
    addConnection(context, { id, partner: 'mahnwerk', profile: PROFILE, baseUrl, token, webhookSecret }),
  )
  return id
}

/** Records an invoice in the first practice, or the one named. Returns its id. */
export async function recorded(
  house: House,
  number: string,
  changes: Partial<InvoiceDraft> = {},
  practiceId: string = house.practices[0],
): Promise<string> {
  const [outcome] = await house.run((context) =>
    recordInvoices(context, { practiceId, source: 'api' }, [draftOf(number, changes)]),
  )
  if (outcome?.outcome !== 'accepted') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
  return outcome.invoiceId
}

/** Hands an invoice over. Returns the id of the case. */
export async function atPartner(house: House, invoiceId: string): Promise<string> {
  return house.run(async (context) => {
    await setMail(context)
    const { version } = await lockInvoice(context, invoiceId)
    const answers = { disputed: false, obligationFulfilled: true }
    return (await confirmHandover(context, invoiceId, { changes: {}, answers, version })).caseId
  })
}

/** The partner says these in a row, from sequence `from` on. */
export async function says(
  house: House,
  connectionId: string,
  caseId: string,
  bodies: readonly NewsBody[],
  from = 1,
): Promise<void> {
  for (const [index, body] of bodies.entries()) {
    const sequence = from + index
    const news = { eventId: `${caseId}-${sequence}`, claimRef: caseId, sequence, currency: EUR, body }
    // One after the other: that is what a sequence is.
    // oxlint-disable-next-line no-await-in-loop
    await house.run((context) => ingestNews(context, connectionId, { ...news, occurredAt: context.now }, 'webhook'))
  }
}

// Without an address of the creditor nothing is handed over.
async function setMail({ trx, tenantId }: Context): Promise<void> {
  await sql`UPDATE tenants SET email = 'praxis@example.org' WHERE tenant_id = ${tenantId}`.execute(trx)
}
