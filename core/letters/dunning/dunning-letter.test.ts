import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/index.ts'
import { COUNTRIES, countryOf } from '../../countries/index.ts'
import type { NoticeKind } from '../../duties/index.ts'
import { LEVEL_MAX } from '../../dunning/index.ts'
import { minor } from '../../money/index.ts'
import { PRACTICE, aReminder } from '../testing/index.ts'
import type { Language } from '../texts.ts'
import {
  PLACEHOLDERS,
  type Tone,
  dunningLetterOf,
  faultsInTemplate,
  mailOf,
  missingStatements,
  noticeKindOf,
  standardTemplate,
} from './index.ts'

const KINDS: readonly NoticeKind[] = ['reminder', 'first', 'second', 'last']
const LANGUAGES: readonly Language[] = ['de', 'en', 'nl']
const TONES: readonly Tone[] = ['plain', 'firm']
const DEBTORS = ['consumer', 'business'] as const
const THREATS = /schufa|vollstreck|pfänd|gerichtsvollzieher|anzeige|bailiff|enforce|beslag|deurwaarder/i

const CASES = COUNTRIES.flatMap(({ code }) =>
  LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) => DEBTORS.map((debtor) => ({ country: code, language, kind, debtor }))),
  ),
)

const mail = (of: Parameters<typeof aReminder>[0], parts: Parameters<typeof aReminder>[1] = {}) => {
  const facts = aReminder(of, parts)
  return mailOf(dunningLetterOf(facts), facts.number)
}

// Each file is a letter as it goes out, to be read by a person whenever its words change.
test.each([
  { country: 'DE', languages: LANGUAGES, debtor: 'consumer' },
  { country: 'AT', languages: ['de'] as const, debtor: 'business' },
  { country: 'NL', languages: ['nl', 'en'] as const, debtor: 'consumer' },
] as const)('letters to a $debtor in $country read as kept', async ({ country, languages, debtor }) => {
  for (const language of languages) {
    for (const kind of KINDS) {
      for (const tone of TONES) {
        const { text } = mail({ country, language, kind, tone, debtor, creditor: PRACTICE })
        await expect(text).toMatchFileSnapshot(`golden/${country}-${language}-${kind}-${tone}.txt`)
      }
    }
  }
})

test.each(CASES)('$country, $language, $kind, $debtor: it says all it must, and threatens nobody', (of) => {
  for (const tone of TONES) {
    const facts = aReminder({ ...of, tone, deductsVat: false, creditor: PRACTICE })
    const country = countryOf(of.country)
    if (country === undefined) throw new Error('a country of the list')
    const asked = { kind: of.kind, country, debtor: of.debtor, on: facts.day, healthProfession: true }
    expect(faultsInTemplate(facts.template, asked)).toEqual([])
    const { text } = mailOf(dunningLetterOf(facts), facts.number)
    for (const { text: sentence } of facts.law.sentences) expect(text).toContain(sentence.replaceAll('\u00a0', ' '))
    const made = facts.law.sentences.flatMap(({ statements }) => statements)
    expect(made.toSorted()).toEqual([...country.notices.madeBySentences(of.kind, of.debtor)].toSorted())
    expect(text).not.toMatch(THREATS)
    expect(text).not.toMatch(/[{}]/)
  }
})

describe('the fourteen-day letter', () => {
  const of = { country: 'NL', language: 'nl', kind: 'last', debtor: 'consumer', creditor: PRACTICE } as const

  test('counts its term from the day after delivery and names no day of its own', () => {
    const facts = aReminder(of)
    const { text } = mailOf(dunningLetterOf(facts), facts.number)
    expect(text).toContain('binnen veertien dagen, te rekenen vanaf de dag na die waarop deze brief bij u is bezorgd')
    expect(text).not.toContain('07-12-2026')
  })

  test('names the costs that follow to the cent, with and without VAT', () => {
    const items = aReminder(of).items.slice(0, 1) // 121.45: the least, 40 euros
    const one = items.map((item) => ({ ...item, amount: minor(50_000), open: minor(50_000) }))
    const costs = (deductsVat: boolean) => mail({ ...of, deductsVat }, { items: one }).text
    expect(costs(true)).toContain('daarnaast € 75,00 incassokosten verschuldigd (art. 6:96 lid 6 BW)')
    expect(costs(false)).toContain('€ 75,00 incassokosten verschuldigd, verhoogd met € 15,75 btw')
    expect(costs(false)).toContain('samen € 90,75')
  })
})

describe('a template of the creditor is refused', () => {
  const netherlands = countryOf('NL')
  if (netherlands === undefined) throw new Error('the Netherlands are known')
  const { day: on } = aReminder({ country: 'NL', language: 'nl', kind: 'last', debtor: 'consumer', creditor: PRACTICE })
  const asked = { kind: 'last', country: netherlands, debtor: 'consumer', on, healthProfession: true } as const
  const template = standardTemplate('last', 'nl')

  test('where it loses what the law wants said, and it is told which', () => {
    const without = { ...template, next: '{handover}' }
    const lost = missingStatements(without, 'last', netherlands, 'consumer', on).map(({ statement }) => statement)
    expect(lost).toEqual(['nl.duty.consequence', 'nl.duty.exact_costs', 'nl.duty.fourteen_days', 'nl.duty.vat'])
    expect(missingStatements(without, 'last', netherlands, 'business', on)).toEqual([])
    expect(missingStatements(without, 'second', netherlands, 'consumer', on)).toEqual([])
    const inSubject = { ...without, subject: 'Aanmaning {legal}' }
    expect(missingStatements(inSubject, 'last', netherlands, 'consumer', on)).toHaveLength(4)
  })

  test.each([
    ['a day of its own where the law counts', { opening: 'Betaal {total} voor {payBy}.' }, 'term_not_lawful'],
    ['a term that is too short', { opening: 'Betaal {total} binnen 7 dagen na vandaag.' }, 'term_not_lawful'],
    ['a name that nobody knows', { opening: 'Betaal {sum}.' }, 'placeholder_unknown'],
    ['no subject', { subject: ' ' }, 'text_missing'],
    ['an illness in the subject', { subject: 'Physiotherapie' }, 'health_words'],
  ])('for %s', (_, change, kind) => {
    expect(faultsInTemplate({ ...template, ...change }, asked).map((fault) => fault.kind)).toEqual([kind])
  })
})

describe('a letter', () => {
  const of = { country: 'DE', language: 'de', kind: 'last', debtor: 'consumer', creditor: PRACTICE } as const
  const facts = aReminder(of)

  test('prints the subject of an invoice only where it tells of no treatment', () => {
    const { text } = mail(of)
    expect(text).toContain('Leistungen Juli 2026')
    expect(text).not.toContain('Behandlung')
    expect(mail(of, { healthProfession: false }).text).toContain('Behandlung August 2026')
  })

  test('announces the handover only where that is the policy', () => {
    expect(mail(of).text).toContain('an ein Inkassounternehmen ab')
    expect(mail(of, { handover: { partner: 'Musterinkasso GmbH' } }).text).toContain('an Musterinkasso GmbH ab')
    const { handover: _, ...keeps } = facts
    expect(mailOf(dunningLetterOf(keeps), facts.number).text).not.toContain('Inkasso')
  })

  test.each([
    [
      'an invoice that owes more than its amount',
      { items: facts.items.map((item) => ({ ...item, open: minor(99_999_999) })) },
    ],
    ['nothing', { items: [] }],
    ['a day to pay that is over', { payBy: addDays(facts.day, 0) }],
    ['a negative part', { parts: { ...facts.parts, fee: minor(-1) } }],
  ])('is never written of %s', (_, parts) => {
    expect(() => dunningLetterOf({ ...facts, ...parts })).toThrow(/cannot be/)
  })
})

describe('as a mail', () => {
  const last = '<script>alert(1)</script> & "Müßig"'
  const facts = aReminder({ country: 'DE', language: 'de', kind: 'first', debtor: 'consumer', creditor: PRACTICE })
  const letter = dunningLetterOf({ ...facts, debtor: { ...facts.debtor, name: { kind: 'consumer', first: '', last } } })
  const { html, text, subject } = mailOf(letter, facts.number)

  test('holds every text of others as text, never as markup', () => {
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Müßig&quot;')
    expect(text).toContain(last)
  })

  test('takes a colour into its styles and nothing else', () => {
    const accent = 'red;background:url(https://x.example)'
    const other = dunningLetterOf({ ...facts, creditor: { ...PRACTICE, accent } })
    expect(mailOf(other, facts.number).html).not.toContain('x.example')
  })

  test('names letter and number in its subject, and no invoice', () => {
    expect(subject).toBe('Mahnung M-2026-0123')
  })

  test('says in HTML what it says as text', () => {
    for (const { number } of facts.items) expect(html).toContain(number)
    for (const word of ['390,02', 'DE89', 'Guten Tag', 'Mit freundlichen Grüßen'])
      expect([html, text].every((each) => each.includes(word))).toBe(true)
    expect(html).not.toMatch(/<(img|link|script|form)\b|url\(|@import/)
  })

  test('says in HTML nothing less than as text', () => {
    const words = (of: string): Set<string> => new Set(of.replace(/[\s\u00a0:,·]+/g, ' ').split(' '))
    const shown = html
      .replace(/<(head)>.*?<\/\1>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    const missing = [...words(text)].filter((word) => !words(shown).has(word))
    expect(missing).toEqual(['--']) // the mark before a signature
  })
})

test('every language knows the same letters', () => {
  for (const language of LANGUAGES)
    for (const kind of KINDS)
      for (const tone of TONES) {
        const template = standardTemplate(kind, language, tone)
        expect(template.opening).toMatch(/\{invoices\}.*\{total\}.*\{term\}/s)
      }
  expect(PLACEHOLDERS).toContain('legal')
})

test('each notice between the first and the last is called by its own number', () => {
  const second = { country: 'DE', kind: 'second', debtor: 'consumer', creditor: PRACTICE } as const
  const subjects = (language: Language) =>
    [2, 3, 4].map((level) => dunningLetterOf(aReminder({ ...second, language }, { level })).subject)
  expect(subjects('de')).toEqual(['Zweite Mahnung', 'Dritte Mahnung', 'Vierte Mahnung'])
  expect(subjects('nl')).toEqual(['Tweede aanmaning', 'Derde aanmaning', 'Vierde aanmaning'])
  const [first] = subjects('en')
  expect(first).toBe('Second notice of late payment')
  for (const language of LANGUAGES)
    expect(dunningLetterOf(aReminder({ ...second, language }, { level: LEVEL_MAX })).subject).not.toBe('')
  expect(() => dunningLetterOf(aReminder({ ...second, language: 'de' }, { level: LEVEL_MAX + 1 }))).toThrow(RangeError)
})

test('nobody’s first notice is the last, and the last step of a policy speaks last', () => {
  expect([0, 1, 2, 3].map((level) => noticeKindOf(level, 3))).toEqual(['reminder', 'first', 'second', 'last'])
  expect([noticeKindOf(1, 1), noticeKindOf(2, 2), noticeKindOf(0, 0)]).toEqual(['first', 'last', 'reminder'])
})
