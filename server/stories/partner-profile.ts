// The partner of the stories: practice type, costs borne by the debtor.

import type { PartnerProfile } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'

export const PROFILE: PartnerProfile = {
  code: 'practice',
  name: 'Kranich Inkasso',
  // The pretended agency itself works in Germany only: what it is sent from Austria it rejects.
  countries: ['DE', 'AT'],
  currencies: [EUR],
  principalMin: minor(1000),
  caseFee: { min: minor(250), max: minor(500) },
  costsBorneBy: 'debtor',
  creditorAdvancesCosts: true,
  courtOnlyByDecision: true,
  acceptsWithinDays: 1,
}
