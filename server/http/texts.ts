// Sentences of refusals in the reader's language. German is the base; English must have every key (a compile error else).
// {fact} stands for a fact of the refusal: an ISO day is written as a day, {fact:money} as an amount in euro from cents,
// {fact:percent} as a rate from decimal text.

import { formatDay, parseDay } from '@mahnwerk/core/calendar'
import { EUR, formatMoney, minor } from '@mahnwerk/core/money'
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }

export type RefusalCode = keyof typeof de
export type Locale = 'de' | 'en'

type Sentence = { readonly title: string; readonly detail: string }
const texts: Readonly<Record<Locale, Readonly<Record<RefusalCode, Sentence>>>> = { de, en }

export function sentenceOf(
  code: RefusalCode,
  facts: Readonly<Record<string, string | number>>,
  locale: Locale,
): Sentence {
  const sentence = texts[locale][code]
  return { title: fill(sentence.title, facts, locale), detail: fill(sentence.detail, facts, locale) }
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(de, code)
}

type Facts = Readonly<Record<string, string | number>>

function fill(text: string, facts: Facts, locale: Locale): string {
  return text.replace(/\{(\w+)(?::(money|percent))?\}/g, (whole, name: string, as?: string) => {
    const fact = facts[name]
    if (fact === undefined) return whole
    if (as === 'money' && typeof fact === 'number') return formatMoney(minor(fact), EUR, locale)
    if (as === 'percent') return `${locale === 'de' ? String(fact).replace('.', ',') : fact}\u00a0%`
    const day = typeof fact === 'string' ? parseDay(fact) : undefined
    return day === undefined ? String(fact) : formatDay(day, locale)
  })
}
