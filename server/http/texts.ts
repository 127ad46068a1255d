// Sentences of refusals in the reader's language. German is the base; English must have every key (a compile error else).
// {fact} stands for a fact of the refusal.

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
  return { title: fill(sentence.title, facts), detail: fill(sentence.detail, facts) }
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(de, code)
}

function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))
}
