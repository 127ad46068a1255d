// The languages of the interface. German is the base: its keys are the keys, every other language must have the same.

import type en from './en.json'
import de from './de.json' with { type: 'json' }

export type Language = 'de' | 'en'
export type TextKey = keyof typeof de
export type Catalogue = Readonly<Record<TextKey, string>>

// A key that only English has is as wrong as one it lacks; this line does not compile then.
type OnlyEnglish = Exclude<keyof typeof en, TextKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

export const german: Catalogue = de

/** German is always at hand; English is fetched when someone asks for it. */
export const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  de: () => Promise.resolve(german),
  en: async () => (await import('./en.json')).default,
}

const STORED = 'mahnwerk.language'

export function storedLanguage(): Language {
  return read() === 'en' ? 'en' : 'de'
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A browser that keeps nothing asks again next time; the page works all the same.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}
