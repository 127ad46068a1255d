// One sentence from a catalogue: values in braces are filled in, a count chooses its plural form by the rules of the
// language. "{name}" without a value is a broken assumption and shows as it stands, so that it is seen and not swallowed.

import type { Language, TextKey } from './language.ts'

export type Values = Readonly<Record<string, string | number>>

/** Keys that exist as `…_one` and `…_other`. */
type CountKeyOf<Keys extends string> = Keys extends infer Key ? (Key extends `${infer Stem}_one` ? Stem : never) : never

/** The sentences of one catalogue. */
export type TextOf<Keys extends string> = {
  (key: Keys, values?: Values): string
  /** The form for `count`; `{count}` in the sentence is the number in the language's writing. */
  count: (key: CountKeyOf<Keys>, count: number, values?: Values) => string
}

/** The sentences that every page may need. */
export type Text = TextOf<TextKey>
export type CountKey = CountKeyOf<TextKey>

export function makeText<Keys extends string>(
  catalogue: Readonly<Record<Keys, string>>,
  language: Language,
): TextOf<Keys> {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  const text = (key: Keys, values: Values = {}): string => fill(catalogue[key], values)
  const count = (key: CountKeyOf<Keys>, n: number, values: Values = {}): string => {
    // German and English have exactly these two forms; a language with more brings its own keys and a wider type.
    const form = rules.select(n) === 'one' ? 'one' : 'other'
    return text(`${key}_${form}` as Keys, { count: numbers.format(n), ...values })
  }
  return Object.assign(text, { count })
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
