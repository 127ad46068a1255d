// What happened, as a sentence that says who did it. An event this list lacks is shown by its own name, never guessed.

import { parseDay } from '@mahnwerk/core/calendar'
import { type Currency, minor } from '@mahnwerk/core/money'
import type { Format, Text, TextKey } from '../../texts/index.ts'
import type { Tone } from '../../ui/index.ts'
import { closeWords, rejectWords, stageWords } from './stage-words.ts'

export type HistoryEvent = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly actor: { readonly kind: string; readonly name: string }
}

export type Around = {
  readonly text: Text
  readonly format: Format
  readonly currency: Currency
  readonly partner: string
  readonly debtor: string
}

export type EventWords = { readonly sentence: string; readonly note?: string | undefined; readonly tone: Tone }

type Read = {
  word: (name: string) => string
  sum: (name: string) => string
  day: (name: string) => string
}

type Sayer = (read: Read, around: Around, event: HistoryEvent) => EventWords

export function eventWords(event: HistoryEvent, around: Around): EventWords {
  const say = SAYINGS[event.type] ?? unknown
  return say(reader(event.data, around), around, event)
}

const simple =
  (key: TextKey, tone: Tone = 'neutral', note?: string): Sayer =>
  (read, { text, partner, debtor }, { actor }) => ({
    sentence: text(key, { partner, debtor, who: actor.name }),
    tone,
    note: note === undefined ? undefined : read.word(note) || undefined,
  })

/** About a mail: to whom it went, its subject where nothing more is told. */
const mailed =
  (key: TextKey, tone: Tone, note = 'subject'): Sayer =>
  (read, { text }, { actor }) => ({
    sentence: text(key, { to: read.word('to'), who: actor.name }),
    note: read.word(note) || undefined,
    tone,
  })

const handedOver: Sayer = (_read, { text, partner }, { data, actor }) => ({
  sentence: text(data['automatic'] === true ? 'event.handedOverAutomatic' : 'event.handedOver', {
    partner,
    who: actor.name,
  }),
  tone: 'away',
})

const SAYINGS: Readonly<Record<string, Sayer>> = {
  'invoice.recorded': (read, { text }) => ({
    sentence: text('event.invoiceRecorded', { number: read.word('number'), sum: read.sum('amount') }),
    tone: 'neutral',
  }),
  'invoice.marker_changed': (_read, { text }, { data, actor }) => ({
    sentence: text(markerKey(data), { who: actor.name }),
    note: noteOf(data),
    tone: 'neutral',
  }),
  'notice.written': (read, { text }, { data }) => ({
    sentence: text(noticeKey(data), { level: Number(data['level']), day: read.day('payBy') }),
    ...(Number(data['interest'] ?? 0) > 0 ? { note: text('event.noticeInterest', { sum: read.sum('interest') }) } : {}),
    tone: 'warn',
  }),
  'notice.printed': (read, { text }, { data, actor }) => ({
    sentence: text(data['copy'] === true ? 'event.noticePrintedAgain' : 'event.noticePrinted', {
      who: actor.name,
      number: read.word('number'),
    }),
    tone: 'neutral',
  }),
  'invoice.written_off': simple('event.writtenOff'),
  'invoice.write_off_undone': simple('event.writeOffUndone'),
  'invoice.charges_waived': (read, { text }, { actor }) => ({
    sentence: text('event.chargesWaived', { who: actor.name, sum: read.sum('amount') }),
    tone: 'neutral',
  }),
  'invoice.cancelled': simple('event.cancelled'),
  'invoice.facts_changed': simple('event.factsChanged'),
  'mail.bounced': mailed('event.mailBounced', 'stop', 'reason'),
  'mail.failed': mailed('event.mailFailed', 'stop', 'answer'),
  'mail.unknown': mailed('event.mailUnknown', 'warn'),
  'mail.sent_again': mailed('event.mailAgain', 'neutral'),
  'mail.arrived': mailed('event.mailArrived', 'good'),
  'mail.received': (read, { text }) => ({
    sentence: text('event.mailReceived', { from: read.word('from') }),
    tone: 'neutral',
  }),
  'invoice.handed_over': handedOver,
  'invoice.returned_from_partner': simple('event.returned'),
  'invoice.attempt_ended': (read, { text }) => ({
    sentence: text('event.attemptEnded', { sum: read.sum('amount') }),
    tone: 'neutral',
  }),
  'invoice.attempt_resumed': (read, { text }) => ({
    sentence: text('event.attemptResumed', { sum: read.sum('amount') }),
    tone: 'away',
  }),
  'case.handed_over': handedOver,
  'case.received': simple('event.received', 'away'),
  'case.accepted': (read, { text, partner }) => ({
    sentence: text('event.accepted', { partner, number: read.word('caseNumber') }),
    tone: 'away',
  }),
  'case.rejected': (_read, { text, partner }, { data }) => ({
    sentence: text('event.rejected', { partner, reason: rejectWords(knownReject(data['reason']), text) }),
    note: endNote(data, text),
    tone: 'stop',
  }),
  'case.stage_changed': (_read, { text, partner }, { data }) => ({
    sentence: text('event.stage', { partner, stage: stageWords(knownStage(data['stage']), text) }),
    tone: 'away',
  }),
  'case.paused': simple('event.paused', 'neutral', 'reason'),
  'case.resumed': simple('event.resumed', 'away'),
  'case.rest_asked': (read, { text, partner }, { data }) => ({
    sentence: text(data['until'] === undefined ? 'event.restAsked' : 'event.restAskedUntil', {
      partner,
      day: read.day('until'),
    }),
    tone: 'warn',
  }),
  'case.rest_ended': simple('event.restEnded', 'away'),
  'case.closed': (_read, { text, partner }, { data }) => ({
    sentence: text('event.closed', { partner, reason: closeWords(knownClose(data['reason']), text) }),
    note: endNote(data, text),
    tone: data['reason'] === 'paid' ? 'good' : 'neutral',
  }),
  'case.recalled': simple('event.recalled', 'neutral', 'reason'),
  'debtor.contacted': (read, { text, partner }, { data }) => ({
    sentence: text(contactKey(data['channel']), { partner, subject: read.word('subject') }),
    tone: 'away',
  }),
  'debtor.disputed': simple('event.disputed', 'stop', 'text'),
  'debtor.promise_made': (read, { text, debtor }) => ({
    sentence: text('event.promise', { debtor, sum: read.sum('amount'), day: read.day('by') }),
    tone: 'away',
  }),
  'debtor.plan_agreed': (_read, { text, debtor, partner }, { data }) => ({
    sentence: text.count('event.plan', Array.isArray(data['rates']) ? data['rates'].length : 0, { debtor, partner }),
    tone: 'away',
  }),
  'debtor.moved': (read, { text, partner }) => ({
    sentence: text('event.moved', {
      partner,
      place: [read.word('street'), `${read.word('postCode')} ${read.word('city')}`].join(', '),
    }),
    tone: 'neutral',
  }),
  'debtor.corrected': simple('event.debtorCorrected'),
  'debtor.hold_set': simple('event.holdSet', 'warn', 'note'),
  'debtor.hold_lifted': simple('event.holdLifted'),
  'debtor.policy_set': simple('event.policySet', 'neutral', 'name'),
  'debtor.level_max_set': simple('event.levelMaxSet'),
  'notice.changed': (read, { text }, { data, actor }) => ({
    sentence: text(changeKey(data), { who: actor.name, day: read.day('notBefore') }),
    tone: 'neutral',
  }),
  'notice.change_taken_back': simple('event.noticeChangeTakenBack'),
  'debtor.insolvent': simple('event.insolvent', 'stop'),
  'debtor.deceased': simple('event.deceased', 'stop'),
  'cost.added': (read, { text, partner }) => ({
    sentence: text('event.cost', { partner, sum: read.sum('amount'), what: read.word('text') }),
    note: read.word('basis') || undefined,
    tone: 'warn',
  }),
  'cost.waived': (read, { text, partner }) => ({
    sentence: text('event.costWaived', { partner, sum: read.sum('amount') }),
    tone: 'neutral',
  }),
  'payment.reported': (read, { text, partner, debtor }) => ({
    sentence: text('event.paidPartner', { debtor, partner, sum: read.sum('amount') }),
    tone: 'good',
  }),
  'payment.recorded': (read, { text, debtor }, { actor }) => ({
    sentence: text('event.paidDirect', { debtor, sum: read.sum('amount') }),
    note: text('event.enteredBy', { who: actor.name }),
    tone: 'good',
  }),
  'payment.reversed': (read, { text }) => ({
    sentence: text('event.paymentReversed', { sum: read.sum('amount') }),
    note: read.word('reason') || undefined,
    tone: 'warn',
  }),
  'payment.surplus_used': (read, { text }) => ({
    sentence: text('event.surplusUsed', { sum: read.sum('amount') }),
    tone: 'neutral',
  }),
  'payment.direct_acknowledged': simple('event.acknowledged', 'good'),
  'question.opened': (read, { text, partner }) => ({
    sentence: text('event.question', { partner }),
    note: read.word('text') || undefined,
    tone: 'warn',
  }),
  'question.answered': simple('event.answered', 'neutral', 'text'),
  'question.closed': simple('event.questionClosed'),
  'document.added': (read, { text, partner }) => ({
    sentence: text('event.document', { partner, name: read.word('name') }),
    tone: 'away',
  }),
  'message.undeliverable': simple('event.undeliverable', 'stop', 'error'),
  unknown: (read, { text, partner }) => ({
    sentence: text('event.unknown', { partner, type: read.word('rawType') }),
    note: read.word('raw') || undefined,
    tone: 'neutral',
  }),
}

const unknown: Sayer = (_read, { text, partner }, { type }) => ({
  sentence: text('event.unknown', { partner, type }),
  tone: 'neutral',
})

function reader(data: HistoryEvent['data'], { format, currency }: Around): Read {
  return {
    word: (name) => stringOf(data[name]),
    sum: (name) => (typeof data[name] === 'number' ? format.money({ amount: minor(data[name]), currency }) : ''),
    day: (name) => {
      const day = parseDay(stringOf(data[name]))
      return day === undefined ? '' : format.day(day)
    },
  }
}

// What the partner says of the end, and that what it had asked is answered by it.
function endNote(data: HistoryEvent['data'], text: Text): string | undefined {
  const settled = data['questionsSettled']
  const asked = typeof settled === 'number' ? text.count('event.questionsSettled', settled) : ''
  return [stringOf(data['text']), asked].filter((part) => part !== '').join(' ') || undefined
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function markerOf(data: HistoryEvent['data']): { kind?: unknown; note?: unknown } {
  const marker = data['marker'] ?? data['to']
  return typeof marker === 'object' && marker !== null ? marker : {}
}

function noteOf(data: HistoryEvent['data']): string | undefined {
  return stringOf(markerOf(data).note) || undefined
}

function changeKey(data: HistoryEvent['data']): TextKey {
  if (data['stopped'] === true) return 'event.noticeStopped'
  return typeof data['notBefore'] === 'string' ? 'event.noticeMoved' : 'event.noticeChanged'
}

function markerKey(data: HistoryEvent['data']): TextKey {
  const keys: Readonly<Record<string, TextKey>> = {
    hold: 'event.mark.hold',
    promised: 'event.mark.promised',
    disputed: 'event.mark.disputed',
    clarification: 'event.mark.clarification',
  }
  return keys[stringOf(markerOf(data).kind)] ?? 'event.mark.none'
}

function contactKey(channel: unknown): TextKey {
  const keys: Readonly<Record<string, TextKey>> = {
    letter: 'event.letter',
    email: 'event.email',
    phone: 'event.phone',
    visit: 'event.visit',
  }
  return keys[stringOf(channel)] ?? 'event.letter'
}

function noticeKey({ level, last }: Readonly<Record<string, unknown>>): TextKey {
  if (level === 0) return 'event.reminderWritten'
  return last === true ? 'event.finalNoticeWritten' : 'event.noticeWritten'
}

// The server has parsed these at its edge; a newer server may know one more, which then reads as "other".
const knownStage = (value: unknown): Parameters<typeof stageWords>[0] =>
  (stringOf(value) || 'prepared') as Parameters<typeof stageWords>[0]
const knownClose = (value: unknown): Parameters<typeof closeWords>[0] =>
  (stringOf(value) || 'other') as Parameters<typeof closeWords>[0]
const knownReject = (value: unknown): Parameters<typeof rejectWords>[0] =>
  (stringOf(value) || 'other') as Parameters<typeof rejectWords>[0]
