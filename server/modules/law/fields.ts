// What questions are made of. Amounts are whole minor units, days ISO days, rates decimal text in percent. What nobody knows is
// left out; no default is in the creditor's favour where the law leaves the burden of proof with the creditor.

import { z } from 'zod'
import { type LocalDate, day as dayOf } from '@mahnwerk/core/calendar'
import type { LawSettings } from '@mahnwerk/core/countries'
import { AMOUNT_MAX, currency as currencyOf, minor, percent } from '@mahnwerk/core/money'

/** The days that calculations take: beyond them no law is recorded, and no run over years grows long. */
const FIRST = '1900-01-01'
const LAST = '2199-12-31'

export const day = z.iso
  .date()
  .refine((text) => text >= FIRST && text <= LAST, `a day from ${FIRST} to ${LAST}`)
  .transform((text): LocalDate => dayOf(text))

export const amount = z
  .int()
  .min(0)
  .max(AMOUNT_MAX)
  .transform((value) => minor(value))

/** More than nothing. */
export const sum = z
  .int()
  .min(1)
  .max(AMOUNT_MAX)
  .transform((value) => minor(value))

export const rate = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/)
  .describe('Percent a year as decimal text: "9.97"')
  .transform(percent)

/** Of a fee: "1.3". */
export const multiple = z.string().regex(/^\d(\.\d{1,4})?$/)

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .transform(currencyOf)

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2')

export const language = z.enum(['de', 'en']).describe("Of the explanation; absent: the caller's (Accept-Language)")

export const debtorKind = z.enum(['consumer', 'business'])

export const PARTS = ['principal', 'interest', 'flat', 'charges', 'costs', 'court'] as const

export const settings = z
  .object({
    yearBasis: z.enum(['act/365', 'act/act', 'act/360']).exactOptional(),
    paymentDayCounts: z.boolean().exactOptional(),
    lowConfidence: z.boolean().exactOptional().describe('Facts that were only recalled or derived may be used; marked'),
    provisional: z.boolean().exactOptional().describe('The last published value may be carried on; marked'),
    choices: z.record(z.string().max(60), z.string().max(60)).exactOptional(),
  })
  .meta({ id: 'LawSettings', description: "What the law leaves open; what is absent is the country's default." })

export type SettingsChange = z.output<typeof settings>

/** The country's settings with what was chosen otherwise. */
export function settled(of: LawSettings, chosen: SettingsChange = {}): LawSettings {
  const { lowConfidence, provisional, choices, ...rest } = chosen
  const trust = {
    lowConfidence: lowConfidence ?? of.trust.lowConfidence,
    provisional: provisional ?? of.trust.provisional,
  }
  return { ...of, ...rest, trust, choices: { ...of.choices, ...choices } }
}

/** What every question says about the law that is asked. */
export const asked = {
  country,
  settings: settings.exactOptional(),
  language: language.exactOptional(),
}
