// What pages say about letter templates and the letterhead: a catalogue of its own, fetched with the first page that needs it.

import { use } from 'react'
import type en from './en.json'
import de from './de.json' with { type: 'json' }
import type { Language } from '../language.ts'
import { type TextOf, makeText } from '../text.ts'
import { useTexts } from '../texts.tsx'

export type LettersKey = keyof typeof de
export type LettersText = TextOf<LettersKey>

type Catalogue = Readonly<Record<LettersKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, LettersKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const german = makeText<LettersKey>(de, 'de')
let english: Promise<LettersText> | undefined

/** Waits (in the nearest Suspense) until the language is there. Without the network German stands in. */
export function useLettersText(): LettersText {
  const { language } = useTexts()
  return language === 'de' ? german : use(load(language))
}

function load(language: Exclude<Language, 'de'>): Promise<LettersText> {
  english ??= import('./en.json').then(
    ({ default: catalogue }) => makeText<LettersKey>(catalogue satisfies Catalogue, language),
    () => german,
  )
  return english
}
