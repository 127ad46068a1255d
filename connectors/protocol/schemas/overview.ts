// What the partner can do, the news it kept, and its side of the books.

import { z } from 'zod'
import {
  countryCode,
  currencyCode,
  line,
  listOf,
  localDate,
  minorFromZero,
  minorSum,
  moment,
  sha256Hex,
  claimReference,
} from './values.ts'
import { STAGES, news } from './news.ts'

export const capabilities = z
  .object({
    protocol: z.literal('1'),
    partner: z.object({ name: line(300), country: countryCode }),
    countries: listOf(countryCode, 300),
    debtorKinds: listOf(z.enum(['consumer', 'business']), 2),
    claimKinds: listOf(z.enum(['regular', 'attempt']), 2),
    currencies: listOf(currencyCode, 200),
    principalMin: minorFromZero,
    principalMax: minorFromZero.exactOptional(),
    stages: listOf(z.enum(STAGES), STAGES.length),
    courtOnlyByDecision: z.boolean(),
    canPause: z.boolean().exactOptional().describe('Rests where the creditor asks for it; absent: it does not'),
    documents: z.object({ mediaTypes: listOf(z.string(), 100), bytesMax: z.int().min(0) }),
    requiredFields: listOf(z.string(), 100),
  })
  .meta({ id: 'Capabilities' })

export const newsPage = z.object({ news: listOf(news, 1000), lastSequence: z.int().min(0) }).meta({
  id: 'NewsPage',
  description: 'News after the sequence asked for, in order; lastSequence is the last there is, on whatever page.',
})

export const reconciliationLine = z
  .object({
    claimRef: claimReference,
    currency: currencyCode,
    openPrincipal: minorSum,
    openCharges: minorSum,
    openInterest: minorSum,
    openCosts: minorSum,
    paidTotal: minorSum,
    lastSequence: z.int().min(0),
    newsHash: sha256Hex,
  })
  .meta({ id: 'ReconciliationLine' })

export const reconciliation = z
  .object({ on: localDate, asOf: moment, claims: listOf(reconciliationLine, 1_000_000) })
  .meta({ id: 'Reconciliation' })

export type Capabilities = z.output<typeof capabilities>
export type ReconciliationLine = z.output<typeof reconciliationLine>
export type Reconciliation = z.output<typeof reconciliation>
