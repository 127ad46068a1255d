// What pages say about mail: a catalogue of its own, fetched with the first page that needs it.

import { use } from 'react'
import type en from './en.json'
import de from './de.json' with { type: 'json' }
import type { Language } from '../language.ts'
import { type TextOf, makeText } from '../text.ts'
import { useTexts } from '../texts.tsx'

export type MailKey = keyof typeof de
export type MailText = TextOf<MailKey>

type Catalogue = Readonly<Record<MailKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, MailKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const german = makeText<MailKey>(de, 'de')
let english: Promise<MailText> | undefined

/** Waits (in the nearest Suspense) until the language is there. Without the network German stands in. */
export function useMailText(): MailText {
  const { language } = useTexts()
  return language === 'de' ? german : use(load(language))
}

function load(language: Exclude<Language, 'de'>): Promise<MailText> {
  english ??= import('./en.json').then(
    ({ default: catalogue }) => makeText<MailKey>(catalogue satisfies Catalogue, language),
    () => german,
  )
  return english
}
