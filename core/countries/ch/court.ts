// What the way by the enforcement office costs: the payment order and the seizure, without postage. Suits follow cantonal tariffs
// and representatives agree their own, so those questions are refused.

import type { CourtNote, CourtQuestion, CourtRefusal } from '../../court/index.ts'
import { ZERO } from '../../money/index.ts'
import { type Result, accept, refuse } from '../../refusals/index.ts'
import { enforcementFees } from './enforcement-fees.ts'

export function courtCosts({ act, value, filedOn, representative }: CourtQuestion): Result<CourtNote, CourtRefusal> {
  if (act === 'suit') return refuse('court_no_tariff', { tariff: 'cantonal' })
  if (representative !== 'none') return refuse('court_no_tariff', { representative })
  const note = enforcementFees([act === 'enforcement' ? 'seizure' : 'payment_order'], value, filedOn)
  if (!note.ok) return note
  const { fees, why } = note.value
  return accept({ courtFee: fees, representativeNet: ZERO, vat: ZERO, total: fees, why })
}
