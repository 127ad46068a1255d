// What an order for payment, a suit or an enforcement costs, and which court is competent for an order for payment.

import { z } from 'zod'
import { marksOf } from '@mahnwerk/core/explanations'
import { accept } from '@mahnwerk/core/refusals'
import { type Writer, explanation, marks, writer } from './answers.ts'
import { type Law, calculation } from './calculation.ts'
import { asked, day, multiple, sum } from './fields.ts'

const creditor = z.object({ region: z.string().max(20).exactOptional(), postCode: z.string().max(20) })
const court = z.object({ name: z.string(), city: z.string(), explanation }).meta({ id: 'CompetentCourt' })

export const procedure = z
  .object({
    act: z.enum(['order_for_payment', 'suit', 'enforcement']),
    value: sum.describe('Value in dispute: as a rule the principal'),
    filedOn: day,
    claimant: z.enum(['person', 'company']),
    representative: z.enum(['none', 'agency', 'lawyer']).default('none'),
    creditorDeductsVat: z.boolean(),
    feeBefore: multiple.exactOptional().describe('What was charged out of court, as a multiple of the 1.0 fee: "1.3"'),
    disputed: z.boolean().default(false),
    orderedOn: day.exactOptional().describe('The representative was instructed; absent: the day of filing'),
    disputedBefore: z.boolean().exactOptional().describe('Disputed already out of court; absent: as disputed'),
    afterOrderForPayment: z.boolean().exactOptional(),
    endedEarly: z.boolean().exactOptional(),
  })
  .meta({ id: 'CourtQuestion' })

export const courtCosts = calculation({
  name: 'court-costs',
  summary: 'What a court procedure costs, and which court is competent',
  question: z
    .object({
      ...asked,
      procedure,
      creditor: creditor.exactOptional().describe('Where the creditor sits: tells the competent court'),
    })
    .meta({ id: 'CourtCostsQuestion' }),
  answer: z
    .object({
      country: z.string(),
      currency: z.string(),
      courtFee: z.int(),
      representativeNet: z.int(),
      vat: z.int(),
      total: z.int(),
      explanation,
      marks,
      competentCourt: court.exactOptional(),
    })
    .meta({ id: 'CourtCostsAnswer' }),
  work: (question, law) => {
    const { country, settings, language } = law
    const note = country.courtCosts(question.procedure, settings)
    if (!note.ok) return note
    const { why, ...figures } = note.value
    const write = writer(country, language, country.currency)
    return accept({
      country: country.code,
      currency: country.currency,
      ...figures,
      explanation: write(why),
      marks: [...marksOf(why)],
      ...competence(law, question.creditor, write),
    })
  },
})

function competence({ country }: Law, of: z.output<typeof creditor> | undefined, write: Writer) {
  const found = of && country.orderForPaymentCourt(of)
  if (found === undefined) return {}
  return { competentCourt: { name: found.name, city: found.city, explanation: write(found.why) } }
}
