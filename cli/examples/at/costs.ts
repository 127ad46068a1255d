import { day } from '@mahnwerk/core/calendar'
import {
  AUSTRIA,
  type IndexFactor,
  type PricedStep,
  TARIFF,
  type Tariff,
  type TariffItem,
  capLine,
  checkBilled,
  clientStepMax,
  costNote,
  factorText,
  flatAndCosts,
  indexFactor,
  indexOn,
  orderFeeMax,
  successFeeMax,
} from '@mahnwerk/core/countries/at'
import type { Line } from '@mahnwerk/core/explanations'
import { type Millionths, type Minor, ZERO, factor, percent } from '@mahnwerk/core/money'
import { z } from 'zod'
import { type Answer, anyOf, category } from '../example.ts'
import { cents, isoDay, rate, times } from '../inputs.ts'
import { claimOf } from './claims.ts'

const SOURCE = { citation: 'VO BGBl. 141/1996', confidence: 'high' } as const
const TEXT_FACTOR = factor('1')
const ANY_DAY = day('2024-01-02')

/** What examples call a step, and the item that prices it. */
const STEPS: Readonly<Record<string, { readonly item: TariffItem; readonly named: PricedStep['named'] }>> = {
  processing: { item: 'processing', named: 'processing' },
  first_reminder: { item: 'first_reminder', named: 'first_reminder' },
  second_reminder: { item: 'further_step', named: 'further_reminder' },
  third_reminder: { item: 'further_step', named: 'further_reminder' },
  further_reminder: { item: 'further_step', named: 'further_reminder' },
  telephone_collection: { item: 'further_step', named: 'phone_call' },
  instalment_agreement: { item: 'further_step', named: 'instalment_plan' },
  deferral_agreement: { item: 'further_step', named: 'instalment_plan' },
  settlement_agreement: { item: 'further_step', named: 'settlement' },
  file_keeping: { item: 'file_keeping', named: 'file_keeping' },
  address_search: { item: 'address_search', named: 'address_search' },
  address_search_same_municipality: { item: 'address_search', named: 'address_search' },
  address_search_elsewhere: { item: 'address_search_elsewhere', named: 'address_search' },
  address_search_abroad: { item: 'address_search_abroad', named: 'address_search' },
  income_inquiry: { item: 'income_inquiry', named: 'income_inquiry' },
}
const stepName = z.string().refine((name) => name in STEPS)

/** "file_keeping x 2" is two steps. */
const steps = z.array(z.string().regex(/^[a-z_]+( x \d+)?$/)).transform((texts) =>
  texts.flatMap((text) => {
    const [name = '', count = '1'] = text.split(' x ')
    return Array.from({ length: Number(count) }, () => name)
  }),
)

export const indexExample = anyOf(
  category(z.object({ vpi86_value: times, vpi86_1994: times.optional() }), ({ vpi86_value, vpi86_1994 }) => ({
    factor: factorText(indexFactor(vpi86_value, vpi86_1994)),
  })),
  category(z.object({ used_for_year: z.int() }), ({ used_for_year }) => ({
    factor: factorText(indexOn(day(`${used_for_year}-01-01`), AUSTRIA.settings.trust).factor),
  })),
)

export const capsExample = category(
  z.object({
    claim_cents: cents,
    index_factor: times.default(TEXT_FACTOR),
    step: stepName.optional(),
    net_of_vat: z.boolean().default(true),
  }),
  ({ claim_cents, index_factor, step, net_of_vat }) => {
    const cap = (name: string): Minor => {
      const { net, gross } = costNote([stepLine(name, claim_cents, index_factor)], percent('20'), ZERO)
      return net_of_vat ? net : gross
    }
    return {
      ...(step === undefined ? {} : { max_cents: cap(step) }),
      ...Object.fromEntries(Object.keys(STEPS).map((name) => [`${name}_cents`, cap(name)])),
      file_keeping_per_quarter_cents: cap('file_keeping'),
    }
  },
)

export const totalExample = category(
  z.object({
    claim_cents: cents,
    index_factor: times.default(TEXT_FACTOR),
    steps: steps.refine((names) => names.every((name) => name in STEPS)),
    creditor_can_deduct_vat: z.boolean().default(false),
    vat_percent: rate.default(percent('20')),
    flat_cents: cents.default(ZERO),
  }),
  ({ claim_cents, index_factor, steps: names, creditor_can_deduct_vat, vat_percent, flat_cents }) => {
    const lines = names.map((name) => stepLine(name, claim_cents, index_factor))
    const { net, vat, gross } = costNote(lines, creditor_can_deduct_vat ? undefined : vat_percent, flat_cents)
    return { net_cents: net, vat_cents: vat, gross_cents: gross }
  },
)

export const checkExample = category(
  z.object({
    claim_cents: cents,
    billed_processing_gross_cents: cents,
    vat_percent: rate.default(percent('20')),
    index_factor: times.default(TEXT_FACTOR),
  }),
  ({ claim_cents, billed_processing_gross_cents, vat_percent, index_factor }) => {
    const { net, capInText, factorNeeded } = checkBilled(
      tariff(),
      'processing',
      claim_cents,
      billed_processing_gross_cents,
      vat_percent,
    )
    return {
      processing_net_cents: net,
      cap_in_text_net_cents: capInText,
      index_factor_needed: factorText(factorNeeded),
      allowed: factorNeeded <= index_factor,
    }
  },
)

export const clientExample = category(
  z.object({
    claim_cents: cents,
    collected_cents: cents.optional(),
    sued: z.boolean().default(false),
    special_case: z.boolean().default(false),
    claim_exists: z.boolean().default(true),
    index_factor: times.default(TEXT_FACTOR),
  }),
  ({ claim_cents, collected_cents, sued, special_case, claim_exists, index_factor }): Answer => {
    const order_fee_max_cents = orderFeeMax(claim_cents, index_factor)
    const searches = {
      address_search_max_cents: clientStepMax('address_search', index_factor),
      address_search_elsewhere_max_cents: clientStepMax('address_search_elsewhere', index_factor),
      address_search_abroad_max_cents: clientStepMax('address_search_abroad', index_factor),
      income_inquiry_max_cents: clientStepMax('income_inquiry', index_factor),
    }
    if (!claim_exists)
      return { order_fee_max_cents, ...searches, success_fee_max_cents: successFeeMax(claim_cents, 'unfounded') }
    if (collected_cents === undefined) return { order_fee_max_cents, ...searches }
    const of = special_case ? 'special' : sued ? 'sued' : 'not_sued'
    return { order_fee_max_cents, ...searches, success_fee_max_cents: successFeeMax(collected_cents, of) }
  },
)

export const flatExample = category(
  z.object({
    debtor: z.enum(['business', 'consumer']),
    proven_collection_costs_cents: cents.default(ZERO),
    contract_date: isoDay.optional(),
  }),
  ({ debtor, proven_collection_costs_cents: costs, contract_date }) => {
    const claim = claimOf({ debtor, ...(contract_date === undefined ? {} : { contractOn: contract_date }) })
    const { total, flat, above } = flatAndCosts(costs, AUSTRIA.flatCompensation(claim, AUSTRIA.settings).amount)
    return {
      flat_cents: flat,
      recoverable_total_cents: total,
      of_which_flat_cents: flat,
      above_flat_cents: above,
      recoverable_if_necessary_and_proportionate_cents: above,
    }
  },
)

function stepLine(name: string, claim: Minor, index: Millionths): Line {
  const step = STEPS[name]
  if (step === undefined) throw new TypeError(`no such step: ${name}`)
  const given: IndexFactor = { factor: index, source: SOURCE, marks: [] }
  const reading = { claim, percentageBase: claim, bandsIndexed: false, indexOn: () => given }
  return capLine(tariff(), SOURCE, { ...step, on: ANY_DAY }, reading)
}

function tariff(): Tariff {
  const [newest] = TARIFF.facts
  if (newest === undefined) throw new TypeError('the tariff is missing')
  return newest.value
}
