import { day, instant } from '@mahnwerk/core/calendar'
import type { IfIdle } from '@mahnwerk/core/cases'
import type { NextStep, Readiness, Status } from '@mahnwerk/core/claims'
import { EUR, minor } from '@mahnwerk/core/money'
import { describe, expect, it } from 'vitest'
import de from '../../texts/de.json' with { type: 'json' }
import en from '../../texts/en.json' with { type: 'json' }
import { makeFormat } from '../../texts/format.ts'
import { makeText } from '../../texts/text.ts'
import {
  type HistoryEvent,
  cautionWords,
  eventWords,
  idleWords,
  nextStepWords,
  obstacleWords,
  statusWords,
} from './index.ts'

const ON = day('2026-10-16')
const languages = {
  de: { text: makeText(de, 'de'), format: makeFormat('de') },
  en: { text: makeText(en, 'en'), format: makeFormat('en') },
}

const STATUSES: readonly Status[] = [
  { kind: 'cancelled' },
  { kind: 'written_off' },
  { kind: 'paid' },
  { kind: 'in_collection', partner: 'Kranich Inkasso' },
  { kind: 'disputed' },
  { kind: 'clarification' },
  { kind: 'promised', by: ON },
  { kind: 'hold', until: ON },
  { kind: 'final_notice', level: 3 },
  { kind: 'reminded', level: 1 },
  { kind: 'partly_paid', paid: minor(100) },
  { kind: 'overdue', days: 3 },
  { kind: 'due_today' },
  { kind: 'due_later', on: ON },
]

const STEPS: readonly NextStep[] = [
  { kind: 'none' },
  { kind: 'return_overpayment' },
  { kind: 'payment_due', on: ON },
  { kind: 'next_notice', level: 2, last: false },
  { kind: 'ready_for_collection' },
  { kind: 'hold_ends', on: ON },
  { kind: 'answer_dispute' },
  { kind: 'clarify' },
  { kind: 'promise_due', on: ON },
  { kind: 'promise_broken', on: ON },
  { kind: 'answer_question', partner: 'Kranich Inkasso', on: ON },
  { kind: 'wait_for_partner', partner: 'Kranich Inkasso' },
]

const IDLE: readonly IfIdle[] = [
  { kind: 'partner_confirms' },
  { kind: 'question_waits', answerBy: ON },
  { kind: 'partner_writes', on: ON },
  { kind: 'paused', until: ON },
  { kind: 'decision_waits' },
  { kind: 'repair_needed' },
  { kind: 'nothing_more' },
]

describe.each(Object.entries(languages))('the words in %s', (_language, { text, format }) => {
  const unfinished = (sentences: readonly string[]): readonly string[] =>
    sentences.filter((sentence) => sentence.trim() === '' || /[{}]|undefined|NaN/.test(sentence))

  it('say every status, next step and what happens by itself, with nothing left to fill in', () => {
    expect(unfinished(STATUSES.map((status) => statusWords(status, text, format).label))).toEqual([])
    expect(unfinished(STEPS.map((step) => nextStepWords(step, text, format).label))).toEqual([])
    expect(unfinished(IDLE.map((idle) => idleWords(idle, 'Kranich Inkasso', text, format)))).toEqual([])
  })

  it('give each status a word of its own', () => {
    const labels = STATUSES.map((status) => statusWords(status, text, format).label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('name what stands against a handover, and only then', () => {
    const held: Readiness = { kind: 'not_yet', why: 'hold', until: ON }
    expect(obstacleWords(held, text, format)).toMatch(/16/)
    expect(obstacleWords({ kind: 'ready', warnings: ['no_notice'] }, text, format)).toBeUndefined()
    expect(cautionWords({ kind: 'missing', what: ['street', 'city'] }, text)).toMatch(/: .+, .+/)
    expect(cautionWords({ kind: 'ready', warnings: [] }, text)).toBeUndefined()
  })
})

describe('an event in the history', () => {
  const { text, format } = languages.de
  const around = { text, format, currency: EUR, partner: 'Kranich Inkasso', debtor: 'Piotr Nowak' }
  const event = (type: string, data: HistoryEvent['data'] = {}): HistoryEvent => ({
    type,
    data,
    actor: { kind: 'user', name: 'Anna Berger' },
  })

  it('says who did what, with the sum as people write it', () => {
    expect(eventWords(event('payment.reported', { amount: 10_000 }), around).sentence).toBe(
      'Piotr Nowak zahlt 100,00\u00a0€ an Kranich Inkasso',
    )
    expect(eventWords(event('invoice.written_off'), around).sentence).toBe('Anna Berger bucht die Rechnung aus')
  })

  it('keeps an unknown one by its name instead of guessing', () => {
    expect(eventWords(event('case.teleported'), around).sentence).toContain('case.teleported')
  })

  it('writes moments in the time zone of the house', () => {
    expect(format.moment(instant('2026-10-14T07:12:00.000Z'))).toBe('14.10.2026, 09:12')
  })
})
