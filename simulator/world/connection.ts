// One connection between a creditor and a pretended agency: its claims, its clock, what is planned. What it does depends
// on its inputs, their moments and the seed alone, so replaying the inputs gives the same connection again.

import { type Instant, instant } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import type { News } from '@mahnwerk/core/cases'
import { assertNever } from '@mahnwerk/core/refusals'
import type { ProblemCode, Receipt, Taken } from '@mahnwerk/connectors/protocol'
import type { DeskAnswer } from '@mahnwerk/connectors/protocol/server'
import {
  type AgencyProfile,
  FOREIGN_NEWS,
  type Given,
  type Temperament,
  type Turn,
  addSeconds,
  change,
  dayIn,
  isMoot,
  later,
  newClaim,
  performStep,
  planActs,
  takeAnswer,
  takeDirectPayment,
  takePause,
  takeRecall,
  takeResumption,
  takeReversal,
  temperamentOf,
  turnOf,
} from '../agency/index.ts'
import { type Faults, NO_FAULTS, strikes } from './faults.ts'
import type { ConnectionSettings, Input } from './journal.ts'
import { type Planned, isHeldBack, sendLate, tell } from './outgoing.ts'
import { createTimeQueue } from './queue.ts'
import { type ClaimRecord, recordOf } from './record.ts'

export type Applied<Body = Receipt | Taken> = {
  /** False for a repeat, which changed nothing. */
  readonly fresh: boolean
  readonly answer: DeskAnswer<Body>
}

export type Connection = ReturnType<typeof createConnection>

export function createConnection(given: {
  readonly id: string
  readonly settings: ConnectionSettings
  readonly profile: AgencyProfile
  readonly trueNow: () => Instant
  /** Takes news that is ready to be sent, so many times. */
  readonly post: (news: News, times: number) => void
}) {
  const { id, profile, post } = given
  const claims = new Map<string, ClaimRecord>()
  const forced = new Map<string, Temperament>()
  const queue = createTimeQueue<Planned>()
  let settings = given.settings
  let faults = NO_FAULTS
  let caseNumbers = 0
  let aheadMs = 0
  let lastAt = instant('1970-01-01T00:00:00Z')

  function now(): Instant {
    const shown = instant(new Date(Date.parse(given.trueNow()) + aheadMs).toISOString())
    return later(shown, lastAt)
  }

  /** Moves the clock forward; never back once there is a claim, whose past it would contradict. Returns whether it moved. */
  function moveTo(to: Instant): boolean {
    if (claims.size > 0 && to <= now()) return false
    aheadMs = Date.parse(to) - Date.parse(given.trueNow())
    lastAt = claims.size > 0 ? later(lastAt, to) : to
    return true
  }

  function givenAt(at: Instant): Given {
    const nextCaseNumber = `${profile.caseNumber.prefix}${profile.caseNumber.first + caseNumbers}`
    return { at, today: dayIn(profile.zone, at), profile, seed: settings.seed, nextCaseNumber }
  }

  function perform(planned: Planned, at: Instant): void {
    lastAt = later(lastAt, at)
    const record = claims.get(planned.kind === 'deliver' ? planned.news.claimRef : planned.ref)
    if (record === undefined) return
    if (planned.kind === 'deliver') sendLate(record, planned.news, post)
    else finish(record, performStep(record.claim, planned.step, givenAt(at)), at)
  }

  function runDue(until: Instant): void {
    for (let next = queue.peek(); next !== undefined && next.at <= until; next = queue.peek()) {
      queue.take()
      perform(next.item, next.at)
    }
  }

  /** The moment of the next thing that will happen by itself. */
  function nextAt(): Instant | undefined {
    for (let next = queue.peek(); next !== undefined; next = queue.peek()) {
      if (!isIdle(next.item)) return next.at
      queue.take()
    }
    return undefined
  }

  function isIdle(planned: Planned): boolean {
    const record = claims.get(planned.kind === 'deliver' ? planned.news.claimRef : planned.ref)
    if (record === undefined) return true
    return planned.kind === 'deliver' ? !isHeldBack(record, planned.news) : isMoot(record.claim, planned.step)
  }

  /** Does the next thing if it is due by then, with the clock at its moment. */
  function runNext(until: Instant): boolean {
    const at = nextAt()
    const next = at === undefined || at > until ? undefined : queue.take()
    if (next === undefined) return false
    moveTo(next.at)
    perform(next.item, next.at)
    return true
  }

  function finish(record: ClaimRecord, turn: Turn, at: Instant): void {
    if (turn.claim.caseNumber !== record.claim.caseNumber) caseNumbers += 1
    record.claim = turn.claim
    for (const { at: due, step } of turn.planned) queue.add(due, { kind: 'step', ref: turn.claim.ref, step })
    const mixedIn =
      turn.news.length > 0 && strikes(faults, 'unknownCode', settings.seed, `${turn.claim.ref}:${record.news.length}`)
    const out = { seed: settings.seed, faults, post, plan: queue.add }
    for (const body of mixedIn ? [...turn.news, FOREIGN_NEWS] : turn.news) tell(record, body, at, out)
  }

  /** Puts something in at a moment, after all that is due by then. */
  function apply(input: Input, at: Instant): Applied {
    runDue(at)
    lastAt = later(lastAt, at)
    switch (input.op) {
      case 'claim':
        return takeClaim(input, at)
      case 'payment':
        return take(input.claimRef, `payment ${input.content.paymentId}`, input.content, at, (record, when) =>
          takeDirectPayment(record.claim, input.content, when),
        )
      case 'reversal':
        return take(input.claimRef, `reversal ${input.content.reversalId}`, input.content, at, (record, when) =>
          takeReversal(record.claim, input.content, when),
        )
      case 'answer':
        return take(input.claimRef, `answer ${input.content.answerId}`, input.content, at, (record, when) =>
          takeAnswer(record.claim, input.content, when),
        )
      case 'recall':
        return take(input.claimRef, `recall ${input.content.recallId}`, input.content, at, (record) =>
          takeRecall(record.claim),
        )
      case 'pause':
        return take(input.claimRef, `pause ${input.content.pauseId}`, input.content, at, (record, when) =>
          profile.capabilities.canPause === true ? takePause(record.claim, input.content, when) : 'pause-not-agreed',
        )
      case 'resumption':
        return take(input.claimRef, `resumption ${input.content.resumptionId}`, input.content, at, (record, when) =>
          profile.capabilities.canPause === true ? takeResumption(record.claim, when) : 'pause-not-agreed',
        )
      case 'document':
        return take(input.claimRef, `document ${input.content.documentId}`, input.content, at, (record) =>
          turnOf(record.claim),
        )
      case 'temperament':
        return forceTemperament(input.claimRef, input.temperament, at)
      case 'faults':
        faults = input.faults
        return { fresh: true, answer: { ok: true, body: { receivedAt: at } } }
      default:
        return assertNever(input)
    }
  }

  function takeClaim(input: Extract<Input, { op: 'claim' }>, at: Instant): Applied {
    const { claimRef } = input.package
    const before = claims.get(claimRef)?.claim
    if (before?.contentHash === input.contentHash) {
      return { fresh: false, answer: { ok: true, body: receiptOf(before) } }
    }
    const mayTryAgain = before?.status.is === 'rejected' && before.status.repairable
    if (before !== undefined && !mayTryAgain) return refused('claim-conflict')
    if (!profile.capabilities.currencies.includes(input.package.claim.currency)) return refused('claim-not-covered')
    const temperament = forced.get(claimRef) ?? temperamentOf(input.package, profile.temperaments, settings.seed)
    const claim = newClaim({
      package: input.package,
      contentHash: input.contentHash,
      attempt: (before?.attempt ?? 0) + 1,
      receivedAt: at,
      temperament,
    })
    const record = claims.get(claimRef) ?? recordOf(claim)
    claims.set(claimRef, record)
    record.claim = claim
    const turn = turnOf(claim)
    const receipt = receiptOf(claim)
    turn.news.push({ type: 'case.received', receiptId: receipt.receiptId })
    turn.planned.push({
      at: addSeconds(at, profile.acceptAfterSeconds),
      step: { kind: 'accept', attempt: claim.attempt },
    })
    finish(record, turn, at)
    return { fresh: true, answer: { ok: true, body: receipt } }
  }

  function take(
    claimRef: string,
    key: string,
    content: unknown,
    at: Instant,
    work: (record: ClaimRecord, when: Given) => Turn | ProblemCode,
  ): Applied {
    const record = claims.get(claimRef)
    if (record === undefined) return refused('claim-unknown')
    const text = canonicalJson(content)
    const before = record.taken.get(key)
    if (before !== undefined) {
      if (before.content !== text) return refused('id-conflict')
      return { fresh: false, answer: { ok: true, body: { receivedAt: before.receivedAt } } }
    }
    const turn = work(record, givenAt(at))
    if (typeof turn === 'string') return refused(turn)
    record.taken.set(key, { content: text, receivedAt: at })
    finish(record, turn, at)
    return { fresh: true, answer: { ok: true, body: { receivedAt: at } } }
  }

  function forceTemperament(claimRef: string, temperament: Temperament, at: Instant): Applied {
    forced.set(claimRef, temperament)
    const record = claims.get(claimRef)
    if (record !== undefined) {
      const turn = turnOf(record.claim)
      change(turn, { temperament, actRound: record.claim.actRound + 1 })
      if (record.claim.letterSent && record.claim.status.is === 'accepted') planActs(turn, givenAt(at))
      finish(record, turn, at)
    }
    return { fresh: true, answer: { ok: true, body: { receivedAt: at } } }
  }

  return {
    id,
    profile,
    now,
    moveTo,
    runDue,
    runNext,
    nextAt,
    apply,
    record: (ref: string): ClaimRecord | undefined => claims.get(ref),
    records: (): Iterable<ClaimRecord> => claims.values(),
    size: (): number => claims.size,
    settings: (): ConnectionSettings => settings,
    faults: (): Faults => faults,
    changeSettings(next: ConnectionSettings): void {
      settings = next
    },
    /** Sets the clock as it starts, or as it was found in the journal: at `trueAt` it shows `to`. */
    setClock(to: Instant, trueAt: Instant): void {
      aheadMs = Date.parse(to) - Date.parse(trueAt)
    },
  }
}

function refused(problem: ProblemCode): Applied {
  return { fresh: false, answer: { ok: false, problem } }
}

function receiptOf(claim: { ref: string; attempt: number; receivedAt: Instant; contentHash: string }): Receipt {
  return { receiptId: `rc_${claim.ref}_${claim.attempt}`, receivedAt: claim.receivedAt, contentHash: claim.contentHash }
}
