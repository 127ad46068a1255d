// The sentences of letters, one typed catalogue a language; German is the base. A key that is missing in one of
// them is a compile error.

import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

export type Language = 'de' | 'en' | 'nl'

export type TextKey = keyof typeof de

const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { de, en, nl }

export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/** Values are put in place of {name}. A place without a value is a broken assumption: a letter never goes out with a gap. */
export function textsOf(language: Language): Text {
  const catalogue = CATALOGUES[language]
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new TypeError(`text ${key} (${language}) lacks its ${name}`)
      return String(value)
    })
}
