// What pages say about the law: a catalogue of its own, fetched with the first page that needs it. The law's own sentences
// (why a figure is what it is) are core's; these are the labels and questions around them.

import { use } from 'react'
import type en from './en.json'
import de from './de.json' with { type: 'json' }
import type { Language } from '../language.ts'
import { type TextOf, makeText } from '../text.ts'
import { useTexts } from '../texts.tsx'

export type LawKey = keyof typeof de
export type LawText = TextOf<LawKey>

type Catalogue = Readonly<Record<LawKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, LawKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const german = makeText<LawKey>(de, 'de')
let english: Promise<LawText> | undefined

/** Waits (in the nearest Suspense) until the language is there. Without the network German stands in. */
export function useLawText(): LawText {
  const { language } = useTexts()
  return language === 'de' ? german : use(load(language))
}

function load(language: Exclude<Language, 'de'>): Promise<LawText> {
  english ??= import('./en.json').then(
    ({ default: catalogue }) => makeText<LawKey>(catalogue satisfies Catalogue, language),
    () => german,
  )
  return english
}
