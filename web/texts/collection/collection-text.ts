// What the settings of collection say: a catalogue of its own, fetched with the page.

import { use } from 'react'
import type en from './en.json'
import de from './de.json' with { type: 'json' }
import type { Language } from '../language.ts'
import { type TextOf, makeText } from '../text.ts'
import { useTexts } from '../texts.tsx'

export type CollectionKey = keyof typeof de
export type CollectionText = TextOf<CollectionKey>

type Catalogue = Readonly<Record<CollectionKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, CollectionKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const german = makeText<CollectionKey>(de, 'de')
let english: Promise<CollectionText> | undefined

/** Waits (in the nearest Suspense) until the language is there. Without the network German stands in. */
export function useCollectionText(): CollectionText {
  const { language } = useTexts()
  return language === 'de' ? german : use(load(language))
}

function load(language: Exclude<Language, 'de'>): Promise<CollectionText> {
  english ??= import('./en.json').then(
    ({ default: catalogue }) => makeText<CollectionKey>(catalogue satisfies Catalogue, language),
    () => german,
  )
  return english
}
