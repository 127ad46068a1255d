// Where a payment goes: costs and interest before the principal (art. 85 (1) OR), the official costs first of all (art. 68 SchKG).
// Several debts: the one the payer names (art. 86 OR), else the due one, the one due earlier, in proportion where they fell due
// together (art. 87 OR). That a debt already in enforcement goes first is left out: the account does not know it.

import type { AllocationRule, SeveralRule } from '../../allocation/index.ts'

export const ALLOCATION: AllocationRule = {
  name: 'ch.allocation.statute',
  order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'],
  source: { citation: 'Art. 85 Abs. 1 OR; Art. 68 SchKG', confidence: 'high' },
}

export const SEVERAL_DEBTS: SeveralRule = { criteria: ['due', 'older'], otherwise: 'in_proportion' }
