// Writes an explanation in a language. A catalogue holds for each key a sentence and, where the figure is a product, the
// working that stands beside it; {name} is replaced by the quantity of that name.

import { formatDay } from '../calendar/index.ts'
import type { Mark, Source } from '../facts/index.ts'
import { type Currency, type Minor, formatMoney } from '../money/index.ts'
import type { Line, Quantity } from './line.ts'

export type Language = 'de' | 'en'

/** What a key reads as: one sentence, or a sentence with its working. */
export type Wording = string | { readonly text: string; readonly working: string }

export type Catalogue = Readonly<Record<string, Wording>>
export type Catalogues = Readonly<Record<Language, Catalogue>>

/** A line ready to be shown. */
export type Explained = {
  readonly text: string
  /** How the amount was worked out: "107 Tage × 6,27 % von 480,00 € ÷ 365". */
  readonly working?: string
  readonly amount?: Minor
  readonly sources: readonly Source[]
  readonly marks: readonly Mark[]
  readonly lines: readonly Explained[]
}

/** Renders a tree. Throws where the catalogue lacks a key or a line lacks a quantity that its sentence names. */
export function explain(of: Line, catalogue: Catalogue, language: Language, currency: Currency): Explained {
  const wording = catalogue[of.key]
  if (wording === undefined) throw new TypeError(`no wording for ${of.key} (${language})`)
  const fill = (text: string): string => filled(text, of, catalogue, language, currency)
  const { text, working } = typeof wording === 'string' ? { text: wording, working: undefined } : wording
  return {
    text: fill(text),
    ...(working === undefined ? {} : { working: fill(working) }),
    ...(of.amount === undefined ? {} : { amount: of.amount }),
    sources: of.sources,
    marks: of.marks,
    lines: of.lines.map((each) => explain(each, catalogue, language, currency)),
  }
}

function filled(text: string, of: Line, catalogue: Catalogue, language: Language, currency: Currency): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const quantity = of.quantities[name]
    if (quantity === undefined) throw new TypeError(`${of.key} names {${name}}, which the line lacks`)
    return written(quantity, catalogue, language, currency)
  })
}

function written(quantity: Quantity, catalogue: Catalogue, language: Language, currency: Currency): string {
  switch (quantity.kind) {
    case 'money':
      return formatMoney(quantity.amount, currency, language)
    case 'day':
      return formatDay(quantity.day, language)
    case 'percent':
      return `${localNumber(quantity.percent, language)}\u00a0%`
    case 'number':
      return localNumber(quantity.number, language)
    case 'name':
      return quantity.name
    case 'word': {
      const word = catalogue[quantity.key]
      if (typeof word !== 'string') throw new TypeError(`no word for ${quantity.key} (${language})`)
      return word
    }
  }
}

function localNumber(text: string, language: Language): string {
  return (language === 'de' ? text.replace('.', ',') : text).replace('-', '−')
}
