import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, instant } from '../calendar/index.ts'
import { EUR, ZERO, currency, minor } from '../money/index.ts'
import {
  type HandoverAnswers,
  type HandoverChanges,
  type HandoverGiven,
  type HandoverInvoice,
  type HandoverPackage,
  type PartnerProfile,
  caseFeeOn,
  decideHandover,
  healthWordsIn,
  prepareHandover,
} from './index.ts'

const TODAY = day('2026-11-21')
const YES: HandoverAnswers = { disputed: false, obligationFulfilled: true }

const profile: PartnerProfile = {
  code: 'kranich',
  name: 'Kranich Inkasso',
  countries: ['DE', 'AT'],
  currencies: [EUR],
  principalMin: minor(1_000),
  caseFee: { freeUntil: day('2027-05-20'), min: minor(250), max: minor(500) },
  costsBorneBy: 'debtor',
  creditorAdvancesCosts: true,
  courtOnlyByDecision: true,
  acceptsWithinDays: 1,
}
const invoice: HandoverInvoice = {
  number: 'R-17',
  invoiceDate: day('2026-08-02'),
  dueDate: day('2026-08-16'),
  serviceDate: day('2026-07-28'),
  subject: 'Krankengymnastik, 6 Einheiten',
  currency: EUR,
  principalOpen: minor(18_450),
  chargesOpen: minor(500),
  state: 'open',
  marker: { kind: 'none' },
  dunningLevel: 3,
  lastNoticeOn: day('2026-11-10'),
}
const address = { street: 'Lindenweg 4', extra: 'bei Sommer', postCode: '10115', city: 'Berlin', country: 'DE' }
const given: HandoverGiven = {
  caseId: 'c1',
  now: instant('2026-11-21T09:00:00Z'),
  today: TODAY,
  creditor: {
    ref: 't1',
    legalName: 'Berger Physiotherapie GmbH',
    address: { street: 'Parkstraße 1', postCode: '10969', city: 'Berlin', country: 'DE' },
    email: 'praxis@stadtpark.example',
    phone: '030 1234',
    deductsInputTax: false,
    unit: 'Stadtpark',
  },
  healthProfession: true,
  invoice,
  debtor: {
    ref: 'K-4711',
    name: { kind: 'consumer', first: 'Jonas', last: 'Weber' },
    address,
    email: 'jonas@example.org',
    phone: '0171 55',
    birthDate: day('1980-02-29'),
  },
  paymentsSoFar: [{ on: day('2026-09-01'), amount: minor(1_550) }],
  profile,
}
const ofInvoice = (changes: Partial<HandoverInvoice>): HandoverGiven => ({
  ...given,
  invoice: { ...invoice, ...changes },
})
const field = (of: HandoverGiven, name: string, changes: HandoverChanges = {}) =>
  prepareHandover(of, changes).fields.find((one) => one.field === name)

function packageOf(of: HandoverGiven = given, changes: HandoverChanges = {}): HandoverPackage {
  const decided = decideHandover(of, changes, YES)
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value
}

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

describe('the page before a handover', () => {
  test('lists every text that will leave, whatever is known and whatever a person changes', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)
    const changes = fc.record(
      { subject: word, street: word, city: word, email: word, phone: word },
      { requiredKeys: [] },
    )
    const name = fc.oneof(
      fc.record({ kind: fc.constant('consumer' as const), first: word, last: word }),
      fc.record({ kind: fc.constant('business' as const), company: word, contactPerson: word }),
    )
    fc.assert(
      fc.property(changes, name, fc.boolean(), (changed, debtorName, healthProfession) => {
        const of = { ...given, healthProfession, debtor: { ...given.debtor, name: debtorName } }
        const { creditor, debtor, claim } = packageOf(of, changed)
        const { kind: _named, ...named } = debtor.name
        const { kind: _regular, currency: _currency, charges: _charges, paymentsSoFar: _payments, ...told } = claim
        const shown = prepareHandover(of, changed)
          .fields.map(({ value }) => value)
          .join('\n')
        const leaves = textsIn([{ ...creditor, ref: '' }, { ...debtor, name: named }, told])
        for (const text of leaves) expect(shown).toContain(text)
      }),
    )
  })

  test('sums what leaves to the cent', () => {
    const { claim } = packageOf()
    expect([claim.principal, claim.totalOpen, prepareHandover(given, {}).total]).toEqual([18_450, 18_950, 18_950])
    expect(claim.charges).toEqual([{ kind: 'dunning_fee', on: '2026-11-10', amount: 500 }])
    expect(field(given, 'principal')?.amount).toBe(18_450)
    expect(field(given, 'charges')?.amount).toBe(500)
    expect(field(given, 'paymentsSoFar')?.amount).toBe(1_550)
    expect(packageOf(ofInvoice({ chargesOpen: ZERO })).claim.charges).toEqual([])
  })

  test('marks what a person changed, and sends that', () => {
    const changes = { street: 'Birkenweg 2', email: '' }
    expect(field(given, 'address', changes)).toMatchObject({
      source: 'changed',
      value: expect.stringContaining('Birkenweg 2'),
    })
    expect(field(given, 'address')?.source).toBe('debtor')
    expect(packageOf(given, changes).debtor.address).toEqual({ ...address, street: 'Birkenweg 2' })
    expect(packageOf(given, changes).debtor).not.toHaveProperty('email')
    expect(packageOf(given, { extra: '' }).debtor.address).not.toHaveProperty('extra')
  })

  test('names the date of the last real notice only where there was one', () => {
    expect(packageOf().claim.noticeDate).toBe('2026-11-10')
    const friendly = ofInvoice({ dunningLevel: 0 })
    expect(packageOf(friendly).claim).not.toHaveProperty('noticeDate')
    expect(prepareHandover(friendly, {}).warnings).toEqual([{ code: 'no_dunning_notice', facts: {} }])
    expect(packageOf(friendly, { noticeDate: day('2026-10-01') }).claim.noticeDate).toBe('2026-10-01')
  })
})

describe('what tells of a person’s health', () => {
  test('stays here: a practice sends the invoice’s number as the reason, not its texts', () => {
    expect(packageOf().claim.subject).toBe('Leistung laut Rechnung R-17')
    expect(JSON.stringify(packageOf().claim)).not.toContain('Krankengymnastik')
    expect(prepareHandover(given, {})).toMatchObject({
      staysHere: ['original_invoice', 'service_texts', 'notes'],
      warnings: [],
    })
  })

  test('leaves only where a person writes it: then it is pointed out, and nothing says that it stays', () => {
    const { staysHere, warnings } = prepareHandover(given, { subject: invoice.subject })
    expect(staysHere).toEqual(['original_invoice', 'notes'])
    expect(warnings).toEqual([{ code: 'health_words', facts: { words: 'Krankengymnastik' } }])
  })

  test('is found inside of words, in any case, and not where there is none', () => {
    expect(healthWordsIn('PHYSIOTHERAPIE und Zahnersatz (ICD-10)')).toEqual(['PHYSIOTHERAPIE', 'Zahnersatz', 'ICD'])
    expect(healthWordsIn('Leistung laut Rechnung R-17, Bezahlung offen')).toEqual([])
  })

  test('is no question outside of the professions: the reason is the invoice’s own', () => {
    const craft = { ...ofInvoice({ subject: 'Wartung der Heizung' }), healthProfession: false }
    expect(packageOf(craft).claim.subject).toBe('Wartung der Heizung')
    expect(field(craft, 'subject')?.source).toBe('invoice')
    expect(prepareHandover(craft, {}).staysHere).not.toContain('service_texts')
  })
})

describe('a handover is refused', () => {
  test.each<[string, HandoverGiven, HandoverChanges?]>([
    ['already_handed_over', ofInvoice({ state: 'collection' })],
    ['invoice_closed', ofInvoice({ state: 'paid' })],
    ['invoice_closed', ofInvoice({ state: 'cancelled' })],
    ['nothing_open', ofInvoice({ principalOpen: ZERO })],
    ['not_overdue', ofInvoice({ dueDate: TODAY })],
    ['invoice_disputed', ofInvoice({ marker: { kind: 'disputed', note: '' } })],
    ['invoice_on_hold', ofInvoice({ marker: { kind: 'hold', until: TODAY, note: '' } })],
    ['invoice_on_hold', ofInvoice({ marker: { kind: 'promised', by: TODAY, note: '' } })],
    ['invoice_on_hold', ofInvoice({ marker: { kind: 'clarification', note: '' } })],
    ['address_incomplete', given, { street: ' ' }],
    ['subject_missing', given, { subject: '  ' }],
    ['below_minimum', ofInvoice({ principalOpen: minor(999) })],
    ['country_not_covered', { ...given, debtor: { ...given.debtor, address: { ...address, country: 'FR' } } }],
    ['currency_not_covered', ofInvoice({ currency: currency('CHF') })],
    ['creditor_email_missing', { ...given, creditor: { ...given.creditor, email: '' } }],
  ])('as %s, and the page says so before', (code, of, changes = {}) => {
    expect(decideHandover(of, changes, YES)).toMatchObject({ ok: false, refusal: { code } })
    expect(prepareHandover(of, changes).blockers[0]).toMatchObject({ code })
  })

  test('until a person has said what only a person knows', () => {
    const codes = (
      [
        {},
        { disputed: false },
        { disputed: true, obligationFulfilled: true },
        { ...YES, obligationFulfilled: false },
      ] as const
    ).map((answers) => {
      const decided = decideHandover(given, {}, answers)
      return decided.ok ? 'accepted' : decided.refusal.code
    })
    expect(codes).toEqual(['questions_unanswered', 'questions_unanswered', 'disputed_claim', 'obligation_open'])
  })

  test('no longer once a hold or a promise is over, the day after', () => {
    expect(
      prepareHandover(ofInvoice({ marker: { kind: 'hold', until: addDays(TODAY, -1), note: '' } }), {}).blockers,
    ).toEqual([])
    expect(
      prepareHandover(ofInvoice({ marker: { kind: 'promised', by: addDays(TODAY, -1), note: '' } }), {}).blockers,
    ).toEqual([])
    expect(prepareHandover(ofInvoice({ dueDate: addDays(TODAY, -1) }), {}).blockers).toEqual([])
  })

  test('on every ground that holds, in one reading', () => {
    const bad = ofInvoice({ principalOpen: ZERO, dueDate: addDays(TODAY, 9), marker: { kind: 'disputed', note: '' } })
    expect(prepareHandover(bad, { city: '' }).blockers.map(({ code }) => code)).toEqual([
      'nothing_open',
      'not_overdue',
      'invoice_disputed',
      'address_incomplete',
      'below_minimum',
    ])
  })
})

describe('the fee of a case', () => {
  test('is nothing up to and including the last free day, and in its range from the next day on', () => {
    expect(caseFeeOn(profile, day('2027-05-20'))).toEqual({ min: 0, max: 0, free: true })
    expect(caseFeeOn(profile, day('2027-05-21'))).toEqual({ min: 250, max: 500, free: false })
  })

  test('is due from the first day where there is no free time', () => {
    const { freeUntil: _, ...caseFee } = profile.caseFee
    expect(caseFeeOn({ ...profile, caseFee }, TODAY)).toEqual({ min: 250, max: 500, free: false })
  })
})
