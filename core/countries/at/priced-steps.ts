// Which item of the ordinance prices which step of a collector. Taking the case up is priced once, whatever follows; the first
// letter or reminder is the first reminder, each later one a further step. A year's file keeping is four steps, one a quarter. Where an
// address was searched is not asked: the lowest maximum holds, that of the same municipality.

import type { LocalDate } from '../../calendar/index.ts'
import type { CollectionQuestion, CollectionStep } from '../../collection-costs/index.ts'
import { type Result, accept, assertNever, refuse } from '../../refusals/index.ts'
import type { TariffItem } from './tariff.ts'

/** `named` is what people call the step: the catalogue's word for it. */
export type PricedStep = {
  readonly item: TariffItem
  readonly named: 'processing' | 'first_reminder' | 'further_reminder' | Exclude<CollectionStep['kind'], 'visit'>
  readonly on: LocalDate
}

/** Refused where a step has no established amount. */
export function pricedSteps(question: CollectionQuestion): Result<readonly PricedStep[], 'costs_step_unknown'> {
  const steps: PricedStep[] = [{ item: 'processing', named: 'processing', on: question.engagedOn }]
  let reminded = false
  for (const { kind, on } of question.steps.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    switch (kind) {
      case 'first_letter':
      case 'reminder':
        steps.push(
          reminded
            ? { item: 'further_step', named: 'further_reminder', on }
            : { item: 'first_reminder', named: 'first_reminder', on },
        )
        reminded = true
        break
      case 'phone_call':
      case 'instalment_plan':
      case 'settlement':
        steps.push({ item: 'further_step', named: kind, on })
        break
      case 'file_keeping':
      case 'address_search':
      case 'income_inquiry':
        steps.push({ item: kind, named: kind, on })
        break
      case 'visit':
        return refuse('costs_step_unknown', { step: kind })
      default:
        assertNever(kind)
    }
  }
  return accept(steps)
}
