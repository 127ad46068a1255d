// What pages say about reminding: a catalogue of its own, fetched with the first page that needs it.

import { use } from 'react'
import type en from './en.json'
import de from './de.json' with { type: 'json' }
import type { Language } from '../language.ts'
import { type TextOf, makeText } from '../text.ts'
import { useTexts } from '../texts.tsx'

export type DunningKey = keyof typeof de
export type DunningText = TextOf<DunningKey>

type Catalogue = Readonly<Record<DunningKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, DunningKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const german = makeText<DunningKey>(de, 'de')
let english: Promise<DunningText> | undefined

/** Waits (in the nearest Suspense) until the language is there. Without the network German stands in. */
export function useDunningText(): DunningText {
  const { language } = useTexts()
  return language === 'de' ? german : use(load(language))
}

function load(language: Exclude<Language, 'de'>): Promise<DunningText> {
  english ??= import('./en.json').then(
    ({ default: catalogue }) => makeText<DunningKey>(catalogue satisfies Catalogue, language),
    () => german,
  )
  return english
}
