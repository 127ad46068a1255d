import { describe, expect, it } from 'vitest'
import { day } from '../../../calendar/index.ts'
import {
  type Catalogue,
  type Language,
  type Line,
  type Wording,
  explain,
  inMoney,
  inNumber,
  inWord,
  line,
} from '../../../explanations/index.ts'
import { EUR, ZERO, minor } from '../../../money/index.ts'
import { collectionCosts } from '../collection-costs.ts'
import { courtCosts } from '../court.ts'
import { SETTINGS } from '../settings.ts'
import { COST_TEXTS } from './costs.ts'
import { COURT_TEXTS } from './court.ts'

const catalogueOf = (language: Language): Catalogue => ({ ...COST_TEXTS[language], ...COURT_TEXTS[language] })
const LANGUAGES = ['de', 'en'] as const

const noteLines: readonly Line[] = (['suit', 'order_for_payment', 'enforcement'] as const).flatMap((act) =>
  [true, false].flatMap((endedEarly) => {
    const note = courtCosts(
      {
        act,
        value: minor(9450),
        filedOn: day('2026-11-21'),
        claimant: 'company',
        representative: 'lawyer',
        creditorDeductsVat: false,
        feeBefore: '0.9',
        disputed: false,
        afterOrderForPayment: !endedEarly,
        endedEarly,
      },
      SETTINGS,
    )
    return note.ok ? [note.value.why] : []
  }),
)

const placeholders = (wording: Wording): string =>
  [...JSON.stringify(wording).matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .toSorted((a, b) => a.localeCompare(b))
    .join()

describe('the wording of German costs', () => {
  it.each(LANGUAGES)('renders every line of court notes in %s', (language) => {
    for (const why of noteLines) expect(explain(why, catalogueOf(language), language, EUR).text).not.toContain('{')
  })

  it('explains the costs of a first letter in words', () => {
    const note = collectionCosts(
      {
        principals: [minor(3000)],
        debtor: 'business',
        engagedOn: day('2026-02-02'),
        on: day('2026-02-05'),
        collector: 'agency',
        creditorDeductsVat: false,
        disputed: false,
        extensive: false,
        steps: [{ kind: 'first_letter', on: day('2026-02-04') }],
        flat: minor(1000),
      },
      SETTINGS,
    )
    if (!note.ok) throw new Error(note.refusal.code)
    const { lines } = explain(note.value.why, catalogueOf('de'), 'de', EUR)
    const plain = lines.map(({ text, working }) => `${text}${working === undefined ? '' : ` (${working})`}`)
    expect(plain.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Geschäftsgebühr aus einem Wert von 30,00 €. Wer innerhalb von zwei Wochen nach dem ersten Schreiben zahlt, schuldet nur die halbe Gebühr (0,5 × 31,50 €)',
      'Auslagen für Post und Telefon, pauschal, höchstens 20,00 € (20 % von 15,75 €)',
      'Umsatzsteuer, weil der Gläubiger sie nicht als Vorsteuer abziehen kann (19 % von 18,90 €)',
      'Die Pauschale von 10,00 € wird auf die Kosten angerechnet',
    ])
  })

  it('has the same keys and quantities in both languages', () => {
    const [german, english] = [catalogueOf('de'), catalogueOf('en')]
    expect(Object.keys(english)).toEqual(Object.keys(german))
    const named = (catalogue: Catalogue) => Object.values(catalogue).map(placeholders)
    expect(named(english)).toEqual(named(german))
  })

  it('can write every sentence', () => {
    const quantities = {
      fee: inWord('de.vv.2300'),
      rate: inNumber('1.3'),
      unit: inMoney(minor(5150)),
      value: inMoney(minor(50_000)),
      minimum: inMoney(minor(1500)),
      most: inMoney(minor(2000)),
      least: inMoney(minor(300)),
      share: inNumber('20'),
      of: inMoney(ZERO),
      net: inMoney(ZERO),
      flat: inMoney(minor(4000)),
      km: inNumber(12),
      court: { kind: 'name', name: 'Amtsgericht Coburg' } as const,
    }
    for (const language of LANGUAGES) {
      for (const key of Object.keys(catalogueOf(language))) {
        expect(explain(line(key, { quantities }), catalogueOf(language), language, EUR).text).not.toMatch(/[{}]/)
      }
    }
  })
})
