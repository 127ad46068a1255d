// The demo: two invented creditors with a past. Their past is played, not written: invoices are recorded, claims handed
// over and answered by the pretended world on the same road as everything later, only faster.

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type LocalDate, addDays, addMonths, weekday } from '@mahnwerk/core/calendar'
import { EUR, type Minor, minor } from '@mahnwerk/core/money'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import { type NewTenant, type Secrets, createTenantWithOwner, createUser } from '../../auth/index.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, inContext } from '../../http/index.ts'
import { confirmHandover } from '../handover/index.ts'
import { lockInvoice, recordInvoices, setMarker, writeOff } from '../invoices/index.ts'
import { addConnection } from '../partners/index.ts'
import { recordDirectPayment } from '../payments/index.ts'
import { type Chance, chanceOf } from './chance.ts'
import { PRACTICE, TRADE, type DemoCreditor } from './creditors.ts'
import { type DemoInvoice, generate, generateHandedOver } from './generate.ts'
import { DEMO_PASSWORD } from './logins.ts'
import { remind, setStops, setUpReminding } from './reminding.ts'
import { type Journey, travel } from './travel.ts'

export type DemoParts = {
  readonly journey: Journey
  readonly secrets: Secrets
  readonly newWebhookSecret: () => string
  readonly simulatorUrl: string
  /** Where the pretended world reaches this server. */
  readonly baseUrl: string
}

const PAST_DAYS = 56
/** The day of the last run, about a week ago: the first of these on which somebody is at work. */
const REMINDED_ON = [49, 48, 47]
const SECONDS_A_DAY = 86_400

/** Makes both creditors. The owner's connection says whether they are there already. */
export async function seedDemo(parts: DemoParts): Promise<void> {
  await seedCreditor(parts, PRACTICE)
  await seedCreditor(parts, TRADE)
}

async function seedCreditor(parts: DemoParts, creditor: DemoCreditor): Promise<void> {
  const { ground } = parts.journey
  const made = await inContext(ground, systemPrincipal(creditor.tenantId), async ({ trx, tenantId }) => {
    const { rows } = await sql`SELECT FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
    return rows.length > 0
  })
  if (made) return
  const { practiceIds } = await createTenantWithOwner(ground, tenantOf(creditor))
  for (const user of creditor.users.slice(1)) {
    const only = user.onlyPractice === undefined ? undefined : practiceIds[user.onlyPractice]
    const { name, email, role } = user
    await createUser(ground, creditor.tenantId, {
      name,
      email,
      role,
      password: DEMO_PASSWORD,
      ...(only === undefined ? {} : { practices: [only] }),
    })
  }
  await connectPartner(parts, creditor)
  await playPast(parts, creditor, practiceIds)
}

function tenantOf(creditor: DemoCreditor): NewTenant {
  const [owner] = creditor.users
  if (!owner) throw new Error('a creditor without an owner')
  return {
    ...creditor.tenant,
    tenantId: creditor.tenantId,
    demo: true,
    clockOffsetSeconds: -PAST_DAYS * SECONDS_A_DAY,
    owner: { name: owner.name, email: owner.email, password: DEMO_PASSWORD },
  }
}

async function connectPartner(parts: DemoParts, creditor: DemoCreditor): Promise<void> {
  const { ground } = parts.journey
  const id = ground.newId()
  const token = randomBytes(24).toString('base64url')
  const secret = parts.newWebhookSecret()
  const now = await inContext(ground, systemPrincipal(creditor.tenantId), async (context) => {
    await addConnection(context, {
      id,
      partner: 'mahnwerk',
      profile: kranich(context.today),
      baseUrl: `${parts.simulatorUrl}/partners/${id}/v1`,
      token: parts.secrets.encipher(token, id),
      webhookSecret: parts.secrets.encipher(secret, id),
      portalUrl: 'https://portal.kranich-inkasso.example',
    })
    return context.now
  })
  const webhookUrl = `${parts.baseUrl}/api/v1/partner-news/${creditor.tenantId}/${id}`
  await parts.journey.world.connect(id, {
    token,
    webhookUrl,
    webhookSecret: secret,
    profile: 'kranich',
    seed: creditor.tenantId,
    now,
  })
}

/** Practice type: free for half a year, then 2.50 to 5.00 a case; costs in the end borne by the debtor. */
function kranich(signedOn: LocalDate): PartnerProfile {
  return {
    code: 'practice',
    name: 'Kranich Inkasso',
    countries: ['DE'],
    currencies: [EUR],
    principalMin: minor(1000),
    caseFee: { freeUntil: addDays(addMonths(signedOn, 6), -1), min: minor(250), max: minor(500) },
    costsBorneBy: 'debtor',
    creditorAdvancesCosts: true,
    courtOnlyByDecision: true,
    acceptsWithinDays: 1,
    registerEntry: 'Rechtsdienstleistungsregister (erfundener Eintrag)',
  }
}

const HANDOVER_DAYS: readonly number[] = [0, 14, 28, 42, 53]

async function playPast(parts: DemoParts, creditor: DemoCreditor, practices: readonly string[]): Promise<void> {
  const chance = chanceOf(creditor.seed)
  const begin = await inContext(parts.journey.ground, ownerOf(creditor), async ({ today }) => today)
  const reminded = REMINDED_ON.find((day) => weekday(addDays(begin, day)) < 6) ?? PAST_DAYS
  let passed = 0
  for (const day of [...HANDOVER_DAYS, reminded].toSorted((a, b) => a - b)) {
    if (day > passed) await travel(parts.journey, creditor.tenantId, { days: day - passed })
    passed = day
    const round = HANDOVER_DAYS.indexOf(day)
    if (round >= 0) await handOver(parts, creditor, practices, round, chance)
    else await recordPresent(parts, creditor, practices)
  }
  await travel(parts.journey, creditor.tenantId, { days: PAST_DAYS - passed })
}

function ownerOf(creditor: DemoCreditor) {
  const name = creditor.users[0]?.name ?? 'Demo'
  return systemPrincipal(creditor.tenantId, { kind: 'user', id: 'demo', name })
}

async function handOver(
  parts: DemoParts,
  creditor: DemoCreditor,
  practices: readonly string[],
  round: number,
  chance: Chance,
): Promise<void> {
  await inContext(parts.journey.ground, ownerOf(creditor), async (context) => {
    const trade = { ...creditor.trade, prefix: `${creditor.trade.prefix}${round}` }
    const batch = generateHandedOver(trade, chance, creditor.handedOver, context.today)
    for (const id of await record(context, practices, batch)) {
      const { version } = await lockInvoice(context, id)
      const answers = { disputed: false, obligationFulfilled: true }
      await confirmHandover(context, id, { changes: {}, answers, version })
    }
  })
}

async function recordPresent(parts: DemoParts, creditor: DemoCreditor, practices: readonly string[]): Promise<void> {
  const { ground, flush, readMail } = parts.journey
  const principal = ownerOf(creditor)
  await inContext(ground, principal, async (context) => {
    const invoices = generate(creditor.trade, chanceOf(creditor.seed + 1), creditor.invoices, context.today)
    const ids = await record(context, practices, invoices)
    for (const [index, invoice] of invoices.entries()) await meetFate(context, ids[index] ?? '', invoice)
    await setUpReminding(context)
    await setStops(context)
  })
  await remind({ ground, principal, flush, readMail })
}

/** Records the invoices of each practice. Returns their ids in the given order. */
async function record(
  context: Context,
  practices: readonly string[],
  invoices: readonly DemoInvoice[],
): Promise<string[]> {
  const ids = new Map<DemoInvoice, string>()
  for (const [index, practiceId] of practices.entries()) {
    const mine = invoices.filter((invoice) => invoice.practice === index)
    const outcomes = await recordInvoices(
      context,
      { practiceId, source: 'demo' },
      mine.map((invoice) => invoice.draft),
    )
    for (const [position, outcome] of outcomes.entries()) {
      const invoice = mine[position]
      if (outcome.outcome !== 'accepted' || !invoice)
        throw new Error(`demo invoice not recorded: ${JSON.stringify(outcome)}`)
      ids.set(invoice, outcome.invoiceId)
    }
  }
  return invoices.map((invoice) => ids.get(invoice) ?? '')
}

async function meetFate(context: Context, id: string, { draft, fate }: DemoInvoice): Promise<void> {
  const notLaterThanToday = (on: LocalDate): LocalDate => (on > context.today ? context.today : on)
  if (fate.kind === 'paid') {
    await recordDirectPayment(context, id, {
      amount: draft.amount,
      on: notLaterThanToday(addDays(draft.invoiceDate, fate.afterDays)),
      method: fate.method,
    })
  } else if (fate.kind === 'part_paid') {
    const amount: Minor = minor(Math.floor((draft.amount * fate.percent) / 100))
    await recordDirectPayment(context, id, {
      amount,
      on: notLaterThanToday(addDays(draft.invoiceDate, fate.afterDays)),
      method: 'transfer',
    })
  } else if (fate.kind === 'marked') {
    await setMarker(context, { id }, fate.marker)
  } else if (fate.kind === 'written_off') {
    await writeOff(context, { id }, 'Uneinbringlich, vor der Übernahme ausgebucht')
  }
}
