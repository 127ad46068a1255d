// The periods that a payment order starts (SchKG): 10 days to object (art. 74), 20 to pay (art. 69), continuation after that and
// within a year of service (art. 88), a bankruptcy petition within fifteen months (art. 166). Holidays and closed times, which may
// lengthen the debtor's periods, are left out.

import { type LocalDate, addDays, addMonths } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'

const SOURCE: Source = { citation: 'Art. 69, 74, 88, 166 SchKG', confidence: 'high' }

export type EnforcementPeriods = {
  readonly objectBy: LocalDate
  readonly payBy: LocalDate
  readonly continueFrom: LocalDate
  readonly continueBy: LocalDate
  readonly bankruptcyBy: LocalDate
  readonly why: Line
}

export function enforcementPeriods(servedOn: LocalDate): EnforcementPeriods {
  const periods = {
    objectBy: addDays(servedOn, 10),
    payBy: addDays(servedOn, 20),
    continueFrom: addDays(servedOn, 21),
    continueBy: addMonths(servedOn, 12),
    bankruptcyBy: addMonths(servedOn, 15),
  }
  const quantities = {
    served: onDay(servedOn),
    object: onDay(periods.objectBy),
    pay: onDay(periods.payBy),
    from: onDay(periods.continueFrom),
    until: onDay(periods.continueBy),
  }
  return { ...periods, why: line('ch.procedure.periods', { quantities, sources: [SOURCE] }) }
}
