// A reminder whose figures cannot be is a broken assumption: such a letter must never exist.

import { ZERO } from '../../money/index.ts'
import type { DunningLetterFacts } from './facts.ts'

export function checkFigures({ items, parts, day, payBy, number }: DunningLetterFacts): void {
  const claim = (holds: boolean, what: string): void => {
    if (!holds) throw new RangeError(`the figures of reminder ${number} cannot be: ${what}`)
  }
  claim(items.length > 0, 'no invoice')
  for (const { number: invoice, amount, open } of items)
    claim(open >= ZERO && open <= amount, `invoice ${invoice} owes ${open} of ${amount}`)
  for (const [part, amount] of Object.entries(parts)) claim(amount >= ZERO, `${part} is negative`)
  claim(payBy > day, `it is to be paid by ${payBy}, and is of ${day}`)
}
