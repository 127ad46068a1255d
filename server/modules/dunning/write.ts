// Writes what a portion of a run decided: the claims' new level and their place in lists, one event on each claim, the fee as a transfer, notices with
// their numbers, and their items. Seven statements, whatever the number of letters; all of it in the run's transaction.

import { sql } from 'kysely'
import { type Claim, lastLevelOf, standingOf } from '@mahnwerk/core/claims'
import type { PlannedLetter } from '@mahnwerk/core/dunning'
import { noticeKindOf } from '@mahnwerk/core/letters'
import { type Minor, ZERO, add } from '@mahnwerk/core/money'
import { plainArray } from '../../db/arrays.ts'
import { type EventRow, chain, insertEvents } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import { movePlaces, placeOf } from '../invoices/index.ts'
import { type Posting, post } from '../ledger/index.ts'
import type { Candidate } from './candidates.ts'
import type { Policies } from './policy.ts'

export type WrittenLetter = {
  readonly id: string
  readonly letter: PlannedLetter
  readonly items: readonly WrittenItem[]
}

type WrittenItem = {
  readonly candidate: Candidate
  readonly level: number
  /** Charged to this claim; zero on all but one item of a letter. */
  readonly fee: Minor
  readonly interest: Minor
}

/**
 * Writes letters of a run. Rows and histories of the claims move on together; where a claim is no longer as it was read, the
 * whole transaction is repeated.
 */
export async function writeLetters(
  context: Context,
  runId: string,
  letters: readonly PlannedLetter[],
  candidates: ReadonlyMap<string, Candidate>,
  policies: Policies,
): Promise<readonly WrittenLetter[]> {
  if (letters.length === 0) return []
  const written = letters.map((letter) => ({ id: context.newId(), letter, items: itemsOf(letter, candidates) }))
  await updateClaims(context, written, policies)
  const events = await insertHistory(context, written, policies)
  await postFees(context, written, events)
  // From here on the other letters of the year wait for this transaction: what needs no number was done before.
  const first = await takeNumbers(context, letters.length)
  await insertNotices(context, runId, written, first)
  await repeatWhereHeld(context, written)
  await insertItems(context, written)
  return written
}

// The fee is charged to the first claim of the letter's level: a fee needs a claim to stand on.
function itemsOf(letter: PlannedLetter, candidates: ReadonlyMap<string, Candidate>): readonly WrittenItem[] {
  const bearer = letter.items.find((item) => item.step.level === letter.step.level)
  return letter.items.map((item) => {
    const candidate = candidates.get(item.claim.id)
    if (candidate === undefined) throw new Error('a letter holds only claims of its chunk')
    const fee = item === bearer ? letter.step.fee : ZERO
    return { candidate, level: item.step.level, fee, interest: item.interest }
  })
}

/** The first of so many numbers, gapless per tenant and year: the counter is raised in the transaction that uses them. */
async function takeNumbers({ trx, tenantId, today }: Context, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO counters (tenant_id, kind, year, last) VALUES (${tenantId}, 'notice', ${yearOf(today)}, ${count})
    ON CONFLICT (tenant_id, kind, year) DO UPDATE SET last = counters.last + ${count} RETURNING last`.execute(trx)
  return Number(rows[0]?.last) - count + 1
}

function yearOf(today: string): number {
  return Number(today.slice(0, 4))
}

async function insertNotices(
  context: Context,
  runId: string,
  written: readonly WrittenLetter[],
  firstNumber: number,
): Promise<void> {
  const { trx, tenantId, today, now } = context
  const each = (read: (one: WrittenLetter) => string | number): string => plainArray(written.map(read))
  await sql`
    INSERT INTO notices (tenant_id, id, year, number, run_id, practice_id, debtor_id, level, day, pay_by, currency, open, fee,
      interest, items, channel, state, created_at)
    SELECT ${tenantId}, id, ${yearOf(today)}, number, ${runId}, practice_id, debtor_id, level, ${today}, pay_by, currency, open,
      fee, interest, items, channel, 'written', ${now}
    FROM unnest(
      ${each((one) => one.id)}::uuid[], ${plainArray(written.map((_, index) => firstNumber + index))}::bigint[],
      ${each((one) => firstOf(one).invoice.practiceId)}::uuid[],
      ${each((one) => one.letter.debtorId)}::uuid[], ${each((one) => one.letter.step.level)}::integer[],
      ${each((one) => one.letter.payBy)}::date[], ${written.map((one) => firstOf(one).invoice.currency)}::text[],
      ${each((one) => one.letter.open)}::bigint[], ${each((one) => one.letter.step.fee)}::bigint[],
      ${each((one) => one.letter.interest)}::bigint[], ${each((one) => one.items.length)}::integer[], ${written.map((one) => one.letter.step.channel)}::text[]
    ) AS n (id, number, practice_id, debtor_id, level, pay_by, currency, open, fee, interest, items, channel)`.execute(
    trx,
  )
}

function firstOf(written: WrittenLetter): Candidate {
  const [first] = written.items
  if (first === undefined) throw new Error('a letter has an item')
  return first.candidate
}

async function insertItems({ trx, tenantId }: Context, written: readonly WrittenLetter[]): Promise<void> {
  const items = written.flatMap((one) => one.items.map((item) => ({ ...item, noticeId: one.id })))
  const each = (read: (item: (typeof items)[number]) => string | number): string => plainArray(items.map(read))
  await sql`
    INSERT INTO notice_items (tenant_id, invoice_id, notice_id, level, open, principal, charges, costs, interest)
    SELECT ${tenantId}, * FROM unnest(
      ${each((item) => item.candidate.invoice.id)}::uuid[], ${each((item) => item.noticeId)}::uuid[],
      ${each((item) => item.level)}::integer[],
      ${each((item) => openOf(item.candidate.invoice))}::bigint[],
      ${each((item) => item.candidate.invoice.open.principal)}::bigint[],
      ${each((item) => item.candidate.invoice.open.charges)}::bigint[],
      ${each((item) => item.candidate.invoice.open.costs)}::bigint[],
      ${each((item) => item.interest)}::bigint[])`.execute(trx)
}

function openOf({ open }: Claim): number {
  return open.principal + open.charges + open.interest + open.costs
}

async function insertHistory(
  context: Context,
  written: readonly WrittenLetter[],
  policies: Policies,
): Promise<ReadonlyMap<string, EventRow>> {
  const byClaim = new Map<string, EventRow>()
  for (const { id, letter, items } of written) {
    for (const { candidate, level, fee, interest } of items) {
      const { invoice, hash, debtor } = candidate
      // Said here as the letter says it: the policy may be another one later.
      const last = noticeKindOf(level, lastLevelOf(policies.of(debtor).steps)) === 'last'
      const what = { noticeId: id, level, payBy: letter.payBy, open: openOf(invoice), fee, interest }
      const data = last ? { ...what, last } : what
      const [event] = chain(context, 'invoice', invoice.id, invoice.version, hash, [{ type: 'notice.written', data }])
      if (event) byClaim.set(invoice.id, event)
    }
  }
  await insertEvents(context.trx, context.tenantId, [...byClaim.values()])
  return byClaim
}

// What was decided holds for the claim as it was read: a payment or a word of a person in between repeats the transaction.
async function updateClaims(
  { trx, tenantId, today }: Context,
  written: readonly WrittenLetter[],
  policies: Policies,
): Promise<void> {
  const items = written.flatMap((one) => one.items)
  const next = items.map(({ candidate: { invoice, debtor, standing }, level, fee }) => {
    const claim = {
      ...invoice,
      dunningLevel: Math.max(level, invoice.dunningLevel),
      open: { ...invoice.open, charges: add(invoice.open.charges, fee) },
    }
    const become = standingOf(claim, lastLevelOf(policies.of(debtor).steps))
    const places = { from: placeOf(invoice.dunningLevel, standing), to: placeOf(claim.dunningLevel, become) }
    return { ...claim, ...places, was: standing, standing: become }
  })
  const each = (read: (one: (typeof next)[number]) => string | number): string => plainArray(next.map(read))
  const { numAffectedRows } = await sql`
    UPDATE invoices i SET dunning_level = n.level, last_notice_on = ${today}, standing = n.standing,
      charges_open = n.charges, version = i.version + 1
    FROM unnest(
      ${each((one) => one.id)}::uuid[], ${each((one) => one.version)}::integer[],
      ${each((one) => one.dunningLevel)}::integer[], ${each((one) => one.was)}::text[],
      ${each((one) => one.standing)}::text[], ${each((one) => one.open.charges)}::bigint[]
    ) AS n (id, version, level, was, standing, charges)
    WHERE i.tenant_id = ${tenantId} AND i.id = n.id AND i.version = n.version AND i.standing = n.was`.execute(trx)
  if (Number(numAffectedRows) !== next.length) throw new OvertakenError()
  await movePlaces({ trx, tenantId }, next)
}

// A stop on a debtor changes no claim. The notices' foreign key has waited for whoever was setting one, and keeps others waiting.
async function repeatWhereHeld({ trx, tenantId, today }: Context, written: readonly WrittenLetter[]): Promise<void> {
  const { rows } = await sql`
    SELECT FROM debtor_holds WHERE tenant_id = ${tenantId} AND lifted_at IS NULL AND (until IS NULL OR until >= ${today})
      AND debtor_id = ANY (${plainArray(written.map(({ letter }) => letter.debtorId))}::uuid[]) LIMIT 1`.execute(trx)
  if (rows.length > 0) throw new OvertakenError()
}

/** Repeated by inTenant, as a serialization failure is. */
class OvertakenError extends Error {
  readonly code = '40001'

  constructor() {
    super('a claim changed while its letter was decided')
    this.name = 'OvertakenError'
  }
}

async function postFees(
  { trx, tenantId, newId, today }: Context,
  written: readonly WrittenLetter[],
  events: ReadonlyMap<string, EventRow>,
): Promise<void> {
  const postings = written.flatMap(({ items }) =>
    items.flatMap(({ candidate: { invoice }, fee }): Posting[] => {
      const eventId = events.get(invoice.id)?.id
      if (fee === 0 || eventId === undefined) return []
      const debit = { kind: 'debtor', component: 'charges', invoiceId: invoice.id } as const
      const transfer = {
        debit,
        credit: { kind: 'charged' } as const,
        amount: fee,
        currency: invoice.currency,
        on: today,
      }
      return [{ transfer, eventId, invoiceId: invoice.id }]
    }),
  )
  await post(trx, tenantId, newId, postings)
}
