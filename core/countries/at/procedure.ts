// The order-for-payment procedure (§§ 244 ff. ZPO): who sues for money up to 75,000 euros against a debtor in Austria goes this
// way and no other. The order gives 14 days to pay and four weeks to object. A period that would end on a Saturday, a Sunday, a
// holiday or Good Friday ends on the next other day (§ 126 ZPO). Which court is competent is left out.

import type { LocalDate } from '../../calendar/index.ts'
import { type Line, inMoney, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import { type Minor, minor } from '../../money/index.ts'
import { periodOfDays } from './holidays.ts'

export const PROCEDURE_CEILING = minor(7_500_000)

const CEILING: Source = { citation: '§ 244 Abs. 1 ZPO idF BGBl. I 52/2009', confidence: 'high' }
const EXCLUDED: Source = { citation: '§ 244 Abs. 2 ZPO', confidence: 'high' }
const PERIODS: Source = { citation: '§§ 126, 244, 248 ZPO', confidence: 'high' }

export type ProcedureQuestion = {
  readonly value: Minor
  /** ISO 3166-1 alpha-2. */
  readonly debtorCountry: string
  readonly onlyMoney: boolean
}

export type ProcedureAnswer = { readonly mandatory: boolean; readonly why: Line }

/** Mandatory or not available: there is no third. */
export function orderForPayment({ value, debtorCountry, onlyMoney }: ProcedureQuestion): ProcedureAnswer {
  const quantities = { value: inMoney(value), most: inMoney(PROCEDURE_CEILING) }
  if (!onlyMoney) return { mandatory: false, why: line('at.procedure.not_money', { sources: [CEILING] }) }
  if (debtorCountry !== 'AT') return { mandatory: false, why: line('at.procedure.abroad', { sources: [EXCLUDED] }) }
  const mandatory = value <= PROCEDURE_CEILING
  const key = mandatory ? 'at.procedure.mandatory' : 'at.procedure.too_high'
  return { mandatory, why: line(key, { quantities, sources: [CEILING] }) }
}

export type OrderPeriods = { readonly payBy: LocalDate; readonly objectBy: LocalDate; readonly why: Line }

/** Court holidays do not stop these periods. */
export function orderPeriods(servedOn: LocalDate): OrderPeriods {
  const [payBy, objectBy] = [periodOfDays(servedOn, 14), periodOfDays(servedOn, 28)]
  const quantities = { served: onDay(servedOn), pay: onDay(payBy), object: onDay(objectBy) }
  return { payBy, objectBy, why: line('at.procedure.periods', { quantities, sources: [PERIODS] }) }
}
