import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../calendar/index.ts'
import { EUR, minor } from '../money/index.ts'
import { type InvoiceDraft, recordInvoice } from './record.ts'
import { debtorKey, sellerKey } from './identity.ts'
import { nextStepOf } from './next-step.ts'
import { readinessForHandover } from './readiness.ts'
import { LADDER, TODAY, anyClaim, claim } from './testing.ts'

describe('the next step', () => {
  test.each([
    [{}, { kind: 'next_notice', level: 0, last: false }],
    [{ lastNoticeOn: TODAY }, { kind: 'next_notice', level: 1, last: false }],
    [{ dunningLevel: 2 }, { kind: 'next_notice', level: 3, last: true }],
    [{ dunningLevel: 3 }, { kind: 'ready_for_collection' }],
    [
      { dunningLevel: 3, lastNoticeOn: addDays(TODAY, -10) },
      { kind: 'last_period', on: TODAY },
    ],
    [{ dunningLevel: 3, lastNoticeOn: addDays(TODAY, -11) }, { kind: 'ready_for_collection' }],
    [{ dueDate: TODAY }, { kind: 'payment_due', on: TODAY }],
    [{ marker: { kind: 'hold', until: addDays(TODAY, 3), note: '' } }, { kind: 'hold_ends', on: day('2026-10-17') }],
    [
      { marker: { kind: 'promised', by: addDays(TODAY, -1), note: '' } },
      { kind: 'promise_broken', on: day('2026-10-13') },
    ],
    [{ state: 'paid', overpaid: minor(5) }, { kind: 'return_overpayment' }],
    [{ state: 'cancelled' }, { kind: 'none' }],
  ] as const)('%j: %j', (changes, expected) => {
    expect(nextStepOf(claim(changes), TODAY, { ladder: LADDER })).toEqual(expected)
  })

  test('is what the policy says: one of two steps ends where ours goes on', () => {
    const ladder = [
      { level: 1, periodDays: 10 },
      { level: 2, periodDays: 7 },
    ]
    expect(nextStepOf(claim(), TODAY, { ladder })).toEqual({ kind: 'next_notice', level: 1, last: false })
    expect(nextStepOf(claim({ dunningLevel: 1 }), TODAY, { ladder })).toMatchObject({ level: 2, last: true })
    expect(nextStepOf(claim({ dunningLevel: 2 }), TODAY, { ladder })).toEqual({ kind: 'ready_for_collection' })
  })

  test('ends at the level that a person set for the debtor, which makes nothing ready for collection', () => {
    const ahead = { ladder: LADDER, levelMax: 1 }
    expect(nextStepOf(claim({ lastNoticeOn: TODAY }), TODAY, ahead)).toMatchObject({ level: 1, last: false })
    expect(nextStepOf(claim({ dunningLevel: 1 }), TODAY, ahead)).toEqual({ kind: 'level_stop', level: 1 })
  })

  test('is to wait while the debtor is held, unless the claim itself asks for an answer', () => {
    const ahead = { ladder: LADDER, hold: { reason: 'plan', until: addDays(TODAY, 5) } }
    const waits = { kind: 'debtor_held', reason: 'plan', on: addDays(TODAY, 5) }
    expect(nextStepOf(claim({ dunningLevel: 3 }), TODAY, ahead)).toEqual(waits)
    const disputed = claim({ marker: { kind: 'disputed', note: '' } })
    expect(nextStepOf(disputed, TODAY, ahead)).toEqual({ kind: 'answer_dispute' })
    const broken = claim({ marker: { kind: 'promised', by: addDays(TODAY, -1), note: '' } })
    expect(nextStepOf(broken, TODAY, ahead)).toEqual(waits)
    expect(nextStepOf(claim({ state: 'paid' }), TODAY, ahead)).toEqual({ kind: 'none' })
  })

  test('at a partner it is the open question, else the partner’s next date', () => {
    const away = claim({ state: 'collection', partner: 'Kranich' })
    expect(nextStepOf(away, TODAY, { ladder: LADDER })).toEqual({ kind: 'wait_for_partner', partner: 'Kranich' })
    const on = addDays(TODAY, 2)
    expect(nextStepOf(away, TODAY, { ladder: LADDER, atPartner: { questionsOpen: 1, nextStepOn: on } })).toEqual({
      kind: 'answer_question',
      partner: 'Kranich',
      on,
    })
  })
})

const NOTHING = { principal: minor(0), charges: minor(0), interest: minor(0), costs: minor(0) }

describe('readiness for a handover', () => {
  const address = { street: 'Lindenweg 4', postCode: '10115', city: 'Berlin', country: 'DE' }
  const debtor = { name: { kind: 'consumer', first: 'Jonas', last: 'Weber' }, address } as const
  const connection = { state: 'active', principalMin: minor(2_000), countries: ['DE'], currencies: ['EUR'] } as const

  test('after the last notice an overdue claim is ready without a warning', () => {
    expect(readinessForHandover(claim({ dunningLevel: 3 }), debtor, TODAY, 3, connection)).toEqual({
      kind: 'ready',
      warnings: [],
    })
  })

  test('before it a person is warned', () => {
    expect(readinessForHandover(claim(), debtor, TODAY, 3, connection)).toEqual({
      kind: 'ready',
      warnings: ['no_notice'],
    })
    expect(readinessForHandover(claim({ dunningLevel: 1 }), debtor, TODAY, 3, connection)).toMatchObject({
      warnings: ['notices_missing'],
    })
  })

  test('the last level is the policy’s', () => {
    const { warnings } = readinessForHandover(claim({ dunningLevel: 2 }), debtor, TODAY, 2, connection) as {
      warnings: unknown
    }
    expect(warnings).toEqual([])
  })

  test('a stop on the debtor stands against it', () => {
    const until = addDays(TODAY, 4)
    expect(readinessForHandover(claim(), debtor, TODAY, 3, connection, { reason: 'hardship', until })).toEqual({
      kind: 'not_yet',
      why: 'debtor_hold',
      until,
    })
  })

  test('what is missing is named, all of it', () => {
    const bare = { ...debtor, address: { ...address, street: ' ', city: '' } }
    expect(readinessForHandover(claim(), bare, TODAY, 3, connection)).toEqual({
      kind: 'missing',
      what: ['street', 'city'],
    })
  })

  test.each([
    [{ dueDate: TODAY }, 'not_overdue'],
    [{ open: { ...claim().open, principal: minor(0) } }, 'nothing_open'],
    [{ open: { ...claim().open, principal: minor(1_999) } }, 'below_minimum'],
    [{ state: 'cancelled' }, 'cancelled'],
    [{ state: 'written_off', open: NOTHING, writtenOff: minor(1_999) }, 'below_minimum'],
    [{ marker: { kind: 'disputed', note: '' } }, 'disputed'],
    [{ marker: { kind: 'hold', until: TODAY, note: '' } }, 'hold'],
    [{ marker: { kind: 'promised', by: TODAY, note: '' } }, 'promised'],
  ] as const)('%j: not yet, %s', (changes, why) => {
    expect(readinessForHandover(claim(changes), debtor, TODAY, 3, connection)).toMatchObject({ kind: 'not_yet', why })
  })

  test('a claim that was written off can be tried once more', () => {
    const lost = claim({ state: 'written_off', open: NOTHING, writtenOff: minor(18_450), dunningLevel: 3 })
    expect(readinessForHandover(lost, debtor, TODAY, 3, connection)).toEqual({ kind: 'ready', warnings: [] })
  })

  test('without an active partner nothing can be handed over', () => {
    expect(readinessForHandover(claim(), debtor, TODAY, 3)).toMatchObject({ why: 'no_connection' })
    const asleep = { ...connection, state: 'suspended' } as const
    expect(readinessForHandover(claim(), debtor, TODAY, 3, asleep)).toMatchObject({ why: 'connection_not_active' })
  })

  test('a claim at a partner is already handed over, and nothing that is paid or cancelled is ready', () => {
    fc.assert(
      fc.property(anyClaim, (any) => {
        const readiness = readinessForHandover(any, debtor, TODAY, 3, connection)
        expect(readiness.kind === 'already').toBe(any.state === 'collection')
        const over = any.state === 'paid' || any.state === 'cancelled'
        expect(readiness.kind === 'ready' && over).toBe(false)
      }),
    )
  })
})

describe('taking an invoice in', () => {
  const draft: InvoiceDraft = {
    sellerKey: 'x',
    number: 'RE-1',
    invoiceDate: day('2026-08-02'),
    dueDate: day('2026-08-16'),
    currency: EUR,
    amount: minor(100),
    subject: '',
    debtor: {
      name: { kind: 'business', company: 'Brandt GmbH' },
      address: { street: '', postCode: '', city: '', country: '' },
    },
  }

  test('owes what was payable, against revenue', () => {
    const result = recordInvoice('i1', draft, 'file', TODAY)
    expect(result).toMatchObject({
      value: {
        claim: { state: 'open', open: { principal: 100 } },
        transfers: [{ credit: { kind: 'revenue' }, amount: 100 }],
      },
    })
  })

  test.each([
    [{ number: ' ' }, 'invoice_number_missing'],
    [{ debtor: { ...draft.debtor, name: { kind: 'consumer', first: 'A', last: '' } } }, 'debtor_name_missing'],
    [{ amount: minor(0) }, 'invoice_amount_not_positive'],
    [{ amount: minor(-5) }, 'invoice_amount_not_positive'],
    [{ amount: minor(100_000_000_001) }, 'invoice_amount_too_large'],
    [{ invoiceDate: addDays(TODAY, 1), dueDate: addDays(TODAY, 1) }, 'invoice_date_in_future'],
    [{ dueDate: day('2026-08-01') }, 'due_before_invoice'],
    [{ dunned: { level: 4 } }, 'dunning_level_unknown'],
    [{ dunned: { level: 1, lastNoticeOn: day('2026-08-01') } }, 'notice_date_not_possible'],
  ] as const)('%j is refused: %s', (changes, code) => {
    expect(recordInvoice('i1', { ...draft, ...changes }, 'file', TODAY)).toMatchObject({ refusal: { code } })
  })
})

describe('identity', () => {
  const at = (street: string, postCode = '10115') => ({ street, postCode, city: 'Berlin', country: 'DE' })
  const name = (last: string, first = 'Jörg') => ({ kind: 'consumer', first, last }) as const

  test('a customer number decides alone', () => {
    const one = debtorKey({ number: ' K-12 ', name: name('Weiß'), address: at('A') })
    expect(debtorKey({ number: 'k-12', name: name('Schwarz'), address: at('B') })).toBe(one)
  })

  test.each([
    ['Straße', 'Hauptstraße 1', 'Hauptstr. 1'],
    ['Blanks', 'Haupt-Str.1', 'Haupt Straße 1'],
    ['Umlauts', 'Mühlenweg 3', 'Muehlenweg 3'],
  ])('without a number name, post code and street count in a plain form: %s', (_what, one, other) => {
    const key = (street: string) => debtorKey({ name: name('Müller'), address: at(street) })
    expect(key(one)).toBe(key(other))
  })

  test('another person, street or post code is another debtor', () => {
    const keys = [
      debtorKey({ name: name('Müller'), address: at('A 1') }),
      debtorKey({ name: name('Müller', 'Jana'), address: at('A 1') }),
      debtorKey({ name: name('Müller'), address: at('A 2') }),
      debtorKey({ name: name('Müller'), address: at('A 1', '10117') }),
    ]
    expect(new Set(keys).size).toBe(4)
  })

  test('a seller is known by its VAT id however it is written, else by its name', () => {
    expect(sellerKey({ vatId: 'DE 136 695 976', name: 'A' })).toBe(sellerKey({ vatId: 'de136695976', name: 'B' }))
    expect(sellerKey({ name: 'Berger Physio GmbH' })).toBe(sellerKey({ name: 'BERGER PHYSIO  GmbH' }))
    expect(sellerKey({ name: 'A' })).not.toBe(sellerKey({ name: 'B' }))
  })
})
