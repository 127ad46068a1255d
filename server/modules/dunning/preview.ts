// The next run as a list, before anything is written: which letters, and which overdue claims get none and why. Read by the run's
// own statement and decided by its own function, so that the list is what the run will write.

import { z } from 'zod'
import { sql } from 'kysely'
import { lastLevelOf } from '@mahnwerk/core/claims'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type DunningPolicy, type PlannedLetter, dueOn, nextStep } from '@mahnwerk/core/dunning'
import { noticeKindOf } from '@mahnwerk/core/letters'
import { sum } from '@mahnwerk/core/money'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, refused } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { type Candidate, nextCandidates } from './candidates.ts'
import { placeOf } from './place.ts'
import { planWithInterest } from './interest.ts'
import type { Day, DebtorOfDay } from './plan.ts'
import { type Policies, loadPolicies } from './policy.ts'
import { groundSchema } from './policy-use.ts'
import { WHY_KINDS, whyAnswer, whySchema } from './why.ts'

const plannedItemSchema = z.object({
  invoiceId: z.uuid(),
  number: z.string(),
  dueDate: z.iso.date(),
  level: z.int().describe('The step of this invoice'),
  ripeOn: z.iso.date().describe('The working day from which this step was due: why it is in the letter'),
  open: z.int(),
  interest: z.int().describe('Late interest that the letter demands for it beside what is open'),
})

export const plannedLetterSchema = z
  .object({
    debtorId: z.uuid(),
    debtorName: z.string(),
    practiceId: z.uuid(),
    policy: z.string().describe('Name of the policy'),
    ground: groundSchema,
    steps: z
      .array(z.object({ level: z.int(), channel: z.string(), fee: z.int() }))
      .describe('Of the policy; the letter may be put on a lower one'),
    changed: z.boolean().describe('A person changed this letter'),
    free: z.boolean().describe('A person waived its fee'),
    usual: z
      .object({ level: z.int(), channel: z.string() })
      .describe('The step that would be taken had nobody changed it'),
    last: z.boolean().describe('It is the last notice of the policy'),
    level: z.int(),
    channel: z.string(),
    currency: z.string(),
    open: z.int(),
    fee: z.int(),
    interest: z.int().describe('Late interest up to the day of the letter; 0 where its step demands none'),
    total: z.int(),
    payBy: z.iso.date(),
    items: z.array(plannedItemSchema),
  })
  .meta({ id: 'PlannedLetter' })

const notRemindedSchema = z.object({
  invoiceId: z.uuid(),
  number: z.string(),
  debtorId: z.uuid(),
  debtorName: z.string(),
  dueDate: z.iso.date(),
  currency: z.string(),
  open: z.int(),
  level: z.int().describe('Reached so far'),
  why: whySchema,
})

export const previewSchema = z
  .object({
    day: z.iso.date(),
    letters: z.array(plannedLetterSchema),
    notReminded: z.array(notRemindedSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'DunningPreview', description: 'A page holds whole debtors.' })

const sumsSchema = z.object({
  currency: z.string(),
  letters: z.int(),
  claims: z.int(),
  open: z.int(),
  fees: z.int().describe('What the run will cost the debtors'),
  interest: z.int().describe('Late interest that its letters will demand'),
})

export const previewSummarySchema = z
  .object({
    day: z.iso.date(),
    debtors: z.int(),
    letters: z.int(),
    totals: z.array(sumsSchema),
    levels: z
      .array(z.object({ level: z.int(), last: z.boolean(), letters: z.int() }))
      .describe('What is the last level for one debtor may be none for another'),
    channels: z.array(z.object({ channel: z.string(), letters: z.int() })),
    notReminded: z.array(z.object({ kind: z.enum(WHY_KINDS), claims: z.int() })),
    payments: z
      .object({ lastRecordedAt: z.string().nullable(), stale: z.boolean() })
      .describe('Stale: nothing came in for more than a day; some may have paid meanwhile'),
  })
  .meta({ id: 'DunningPreviewSummary' })

type Preview = z.output<typeof previewSchema>
type Summary = z.output<typeof previewSummarySchema>

type Ahead = { readonly context: Context; readonly policies: Policies; readonly day: Day }

export async function previewPage(
  context: Context,
  asked: { readonly day?: LocalDate | undefined; readonly cursor?: string | undefined; readonly limit: number },
  locale: Locale,
): Promise<Preview> {
  const ahead = await aheadOf(context, asked.day)
  const candidates = await nextCandidates(ahead.context, ahead.policies, {
    after: placeAfter(asked.cursor),
    debtors: asked.limit,
  })
  const byId = new Map(candidates.map((candidate) => [candidate.invoice.id, candidate]))
  const planned = await planWithInterest(ahead.context, candidates, ahead.policies, ahead.day)
  const last = planned.at(-1)?.debtor.id
  return {
    day: ahead.day.today,
    letters: planned.flatMap((debtor) => debtor.letters.map((letter) => letterAnswer(letter, debtor, byId, ahead))),
    notReminded: planned.flatMap(({ notReminded }) =>
      notReminded.map(({ claim, why }) => {
        const { invoice } = candidateOf(byId, claim.id)
        const { number, debtorId, debtorName, dueDate, currency, dunningLevel: level } = invoice
        const told = whyAnswer(why, locale)
        return {
          invoiceId: claim.id,
          number,
          debtorId,
          debtorName,
          dueDate,
          currency,
          open: claim.open,
          level,
          why: told,
        }
      }),
    ),
    ...(planned.length === asked.limit && last !== undefined ? { nextCursor: last } : {}),
  }
}

/** What a run of the day would write in all. */
export async function previewSummary(context: Context, on: LocalDate | undefined): Promise<Summary> {
  const ahead = await aheadOf(context, on)
  const count = counting()
  for (let after: string | undefined; ;) {
    const candidates = await nextCandidates(ahead.context, ahead.policies, { after })
    if (candidates.length === 0) break
    const planned = await planWithInterest(ahead.context, candidates, ahead.policies, ahead.day)
    for (const debtor of planned) count.add(debtor)
    after = candidates.at(-1)?.debtor.id
  }
  return { day: ahead.day.today, ...count.told(), payments: await paymentsOf(context) }
}

async function aheadOf(context: Context, on: LocalDate | undefined): Promise<Ahead> {
  const today = on ?? context.today
  if (today < context.today) throw refused('run_day_past', { day: today })
  const policies = await loadPolicies(context)
  return { context: { ...context, today }, policies, day: { today, ...(await placeOf(context)) } }
}

function letterAnswer(
  letter: PlannedLetter,
  { debtor, policy }: DebtorOfDay,
  byId: ReadonlyMap<string, Candidate>,
  { policies, day: { isHoliday } }: Ahead,
): Preview['letters'][number] {
  const [first] = letter.items
  if (first === undefined) throw new Error('a letter has an item')
  const { debtorName, practiceId, currency } = candidateOf(byId, first.claim.id).invoice
  const { level, channel, fee } = letter.step
  return {
    debtorId: debtor.id,
    debtorName,
    practiceId,
    policy: policy.name,
    ground: policies.groundOf(debtor),
    steps: policy.steps.map((step) => ({ level: step.level, channel: step.channel, fee: step.fee })),
    changed: letter.items.some(({ claim }) => claim.change !== undefined),
    free: letter.items.some(({ claim }) => claim.change?.free === true),
    usual: usualOf(letter, policy),
    last: isLast(letter, policy),
    level,
    channel,
    currency,
    open: letter.open,
    fee,
    interest: letter.interest,
    total: sum([letter.open, fee, letter.interest]),
    payBy: letter.payBy,
    items: letter.items.map(({ claim, step, interest }) => ({
      invoiceId: claim.id,
      number: candidateOf(byId, claim.id).invoice.number,
      dueDate: claim.dueDate,
      level: step.level,
      ripeOn: dueOn(claim, step, isHoliday),
      open: claim.open,
      interest,
    })),
  }
}

function isLast({ step }: PlannedLetter, { steps }: DunningPolicy): boolean {
  return noticeKindOf(step.level, lastLevelOf(steps)) === 'last'
}

// The highest of the steps that its items are due for.
function usualOf({ items, step }: PlannedLetter, policy: DunningPolicy) {
  const steps = items.map(({ claim }) => nextStep(policy, claim.level, claim.lastNoticeOn) ?? step)
  const { level, channel } = steps.reduce((highest, each) => (each.level > highest.level ? each : highest), step)
  return { level, channel }
}

function candidateOf(byId: ReadonlyMap<string, Candidate>, id: string): Candidate {
  const found = byId.get(id)
  if (found === undefined) throw new Error('what is planned was a candidate')
  return found
}

function placeAfter(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !z.uuid().safeParse(cursor).success)
    throw refused('cursor_not_usable', {}, { status: 400 })
  return cursor
}

function counting() {
  let debtors = 0
  let letters = 0
  const totals = new Map<string, Summary['totals'][number]>()
  const levels = new Map<string, Summary['levels'][number]>()
  const channels = new Map<string, number>()
  const reasons = new Map<Summary['notReminded'][number]['kind'], number>()
  const raise = <Key>(map: Map<Key, number>, key: Key): void => void map.set(key, (map.get(key) ?? 0) + 1)
  return {
    add(planned: DebtorOfDay): void {
      debtors += 1
      for (const { why } of planned.notReminded) raise(reasons, why.kind)
      for (const letter of planned.letters) {
        const { step, items, open, interest } = letter
        const { currency } = planned.policy
        const sums = totals.get(currency) ?? { currency, letters: 0, claims: 0, open: 0, fees: 0, interest: 0 }
        letters += 1
        const last = isLast(letter, planned.policy)
        const key = `${step.level}${last}`
        levels.set(key, { level: step.level, last, letters: (levels.get(key)?.letters ?? 0) + 1 })
        raise(channels, step.channel)
        totals.set(currency, {
          currency,
          letters: sums.letters + 1,
          claims: sums.claims + items.length,
          open: sums.open + open,
          fees: sums.fees + step.fee,
          interest: sums.interest + interest,
        })
      }
    },
    told: () => ({
      debtors,
      letters,
      totals: [...totals.values()],
      levels: [...levels.values()].toSorted((a, b) => a.level - b.level || Number(a.last) - Number(b.last)),
      channels: [...channels].map(([channel, count]) => ({ channel, letters: count })),
      notReminded: [...reasons].map(([kind, claims]) => ({ kind, claims })),
    }),
  }
}

const DAY_MS = 86_400_000

// How old the bank data is: what a partner reports or a till takes says nothing of it. Absent an import of statements, the last
// payment by bank that was booked is the best that is known.
async function paymentsOf({ trx, tenantId, principal, now }: Context): Promise<Summary['payments']> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<{ at: string | null }>`
    SELECT max(recorded_at) AS at FROM payments
    WHERE tenant_id = ${tenantId} AND received_by = 'creditor' AND method NOT IN ('cash', 'card')
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  const lastRecordedAt = rows[0]?.at ?? null
  const stale = lastRecordedAt === null || Date.parse(now) - Date.parse(lastRecordedAt) > DAY_MS
  return { lastRecordedAt, stale }
}
