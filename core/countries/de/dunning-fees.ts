// What the creditor's own reminders may cost the debtor. The law names no sum: only material and postage of letters sent in default
// are damage (§§ 280 Abs. 1, 2, 286 BGB), no work and no administration; the letter that brings about default is free. The limit
// below is a sum that a court has let pass, taken with care: BGH VIII ZR 95/18 saw 0.76 and held 2.50 too high in bulk business.

import { type Line, inMoney, line, onDay } from '../../explanations/index.ts'
import { type Series, seriesOf, sourceOf } from '../../facts/index.ts'
import type { DunningFeeLimit } from '../../collection-costs/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Minor, minor } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { defaultStart } from './late-payment.ts'
import { choice } from './settings.ts'
import { bgb, cited } from './sources.ts'

/** Per letter. The day is that of the law of default; the figure itself is a court's, of 2011. */
const LETTER = seriesOf<Minor>(
  'de.dunning_letter',
  cited('OLG München 2011; BGH VIII ZR 95/18', 'medium', '1,20 € zugelassen, 2,50 € als Pauschale zu hoch'),
  [['2002-01-01', minor(120)]],
)

export const DUNNING_SERIES: readonly Series<unknown>[] = [LETTER]

export function dunningFeeLimit(facts: ClaimFacts, settings: LawSettings): DunningFeeLimit {
  const start = defaultStart(facts, settings)
  // Without default so far, the next letter brings it about.
  const freeLetters = start === undefined || start.cause === 'reminder' ? 1 : 0
  const free = freeLetters === 0 ? [] : [line('de.dunning.first_free', { sources: [bgb('§§ 280 Abs. 2, 286')] })]
  if (start === undefined) return { ...perLetter(settings, free), freeLetters }
  const chargeableFrom = start.interestFrom
  const from = line('de.dunning.from', { quantities: { day: onDay(chargeableFrom) }, sources: [bgb('§ 286')] })
  return { ...perLetter(settings, [...free, from]), freeLetters, chargeableFrom }
}

function perLetter(settings: LawSettings, lines: readonly Line[]): Pick<DunningFeeLimit, 'perLetter' | 'why'> {
  const damage = bgb('§ 280 Abs. 1, 2')
  const [fact] = LETTER.facts
  if (choice(settings, 'dunning_fee') === 'actual_cost' || fact === undefined) {
    return { why: line('de.dunning.actual', { sources: [damage, cited('BGH VIII ZR 95/18', 'medium')], lines }) }
  }
  const quantities = { limit: inMoney(fact.value) }
  return {
    perLetter: fact.value,
    why: line('de.dunning.limit', { quantities, sources: [damage, sourceOf(fact)], lines }),
  }
}
