// One sentence from a catalogue: values in braces are filled in, a count chooses its plural form by the rules of the
// language. "{name}" without a value is a broken assumption and shows as it stands, so that it is seen and not swallowed.

import type { Catalogue, Language, TextKey } from './language.ts'

export type Values = Readonly<Record<string, string | number>>

/** Keys that exist as `…_one` and `…_other`. */
export type CountKey = TextKey extends infer Key ? (Key extends `${infer Stem}_one` ? Stem : never) : never

export type Text = {
  (key: TextKey, values?: Values): string
  /** The form for `count`; `{count}` in the sentence is the number in the language's writing. */
  count: (key: CountKey, count: number, values?: Values) => string
}

export function makeText(catalogue: Catalogue, language: Language): Text {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  const text = (key: TextKey, values: Values = {}): string => fill(catalogue[key], values)
  const count = (key: CountKey, n: number, values: Values = {}): string => {
    // German and English have exactly these two forms; a language with more brings its own keys and a wider type.
    const form = rules.select(n) === 'one' ? 'one' : 'other'
    return text(`${key}_${form}` as TextKey, { count: numbers.format(n), ...values })
  }
  return Object.assign(text, { count })
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
