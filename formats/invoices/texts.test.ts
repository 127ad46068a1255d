import { describe, expect, it } from 'vitest'
import { INVOICE_TEXTS, invoiceSentence } from './texts.ts'

const slots = (sentence: object) => [...new Set(JSON.stringify(sentence).match(/\{\w+\}/g))].toSorted()

describe('the sentences of refusals', () => {
  it('fill the same facts in every language', () => {
    const slotsByCode = (locale: 'de' | 'en') =>
      Object.entries(INVOICE_TEXTS[locale]).map(([code, sentence]) => [code, slots(sentence)])
    expect(slotsByCode('en')).toEqual(slotsByCode('de'))
  })

  it('say what, where and how to repair it', () => {
    const facts = { row: 3, column: 'Betrag', field: 'total', value: 'zwölf' }
    expect(invoiceSentence({ code: 'amount_unreadable', facts }, 'de')).toEqual({
      title: 'Betrag nicht lesbar',
      detail: 'Zeile 3, Spalte „Betrag“: „zwölf“ ist kein Betrag. Schreiben Sie ihn so: 1.234,56',
    })
  })
})
