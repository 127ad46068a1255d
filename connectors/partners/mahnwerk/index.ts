// A partner that speaks the open protocol: an agency that implemented it, the agency's desk, or the simulator.

import type { Partner } from '../partner.ts'
import { connect } from './api.ts'
import { fake } from './fake.ts'

export const mahnwerk: Partner = { key: 'mahnwerk', title: 'Mahnwerk-Partnerprotokoll', connect, fake }
