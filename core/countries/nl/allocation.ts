// Where a payment goes: the debt first (art. 6:43 BW), then costs, interest and principal within it (art. 6:44 lid 1 BW).
// Collection costs are costs in that sense (HR 29 May 2015). The creditor's right to refuse another order (lid 2, 3) is a
// decision of people and left out.

import type { AllocationRule, SeveralRule } from '../../allocation/index.ts'

export const ALLOCATION: AllocationRule = {
  name: 'nl.allocation.6_44',
  order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'],
  source: { citation: 'art. 6:44 lid 1 BW; HR 29 mei 2015', confidence: 'high' },
}

/** Due before not due, the more burdensome, the older, else in proportion (art. 6:43 lid 2 BW). */
export const SEVERAL_DEBTS: SeveralRule = {
  criteria: ['due', 'more_burdensome', 'older'],
  otherwise: 'in_proportion',
}
