// A finding as a German sentence.

import { currency, formatMoney, minor } from '@mahnwerk/core/money'
import type { Finding } from './verify.ts'
import de from './texts/de.json' with { type: 'json' }

/** {fact} stands for a fact; a number is an amount where the finding has a currency and the fact is told or found. */
export function sentenceOfFinding({ code, facts }: Finding): string {
  return de[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    if (fact === null || fact === undefined) return 'nichts'
    const money = facts['currency']
    const isAmount = typeof fact === 'number' && typeof money === 'string' && (name === 'told' || name === 'found')
    return isAmount ? formatMoney(minor(fact), currency(money)) : String(fact)
  })
}
