import { z } from 'zod'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { currency, minor } from '@mahnwerk/core/money'
import { sentenceOf } from '../../http/texts.ts'
import type { PolicyWarning } from './lawful.ts'
import type { WantedPolicy } from './save-policy.ts'

const stepSchema = z
  .object({
    level: z.int().min(0).max(LEVEL_MAX).describe('0: friendly reminder, which raises no level'),
    afterDays: z.int().min(0).max(365).describe('After the due day, or after the step before'),
    channel: z.enum(['email', 'letter', 'email_and_letter', 'portal']),
    fee: z.int().min(0).max(1_000_000).describe('What the letter costs the debtor, in minor units'),
    periodDays: z.int().min(1).max(365).describe('Days that the letter gives to pay'),
    interest: z.boolean().describe('Late interest is demanded in it'),
  })
  .meta({ id: 'DunningStep' })

const fields = {
  name: z.string().trim().min(1).max(100),
  currency: z.string().regex(/^[A-Z]{3}$/),
  steps: z
    .array(stepSchema)
    .max(LEVEL_MAX + 1)
    .readonly(),
  grouping: z.enum(['per_debtor', 'per_invoice']),
  leastOpen: z.int().min(0).max(1e12).describe('No letter asks for less, in minor units'),
  audience: z
    .enum(['all', 'consumer', 'business'])
    .describe('For which debtors it is the standard, or may be given to'),
  standard: z.boolean(),
}

export const newPolicySchema = z.object(fields).meta({ id: 'NewDunningPolicy' })
export const policyChangeSchema = z
  .object({ ...fields, version: z.int().optional() })
  .meta({ id: 'DunningPolicyChange', description: 'The whole policy. If-Match may say the version instead.' })

const warningSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'DunningPolicyWarning' })

export const policySchema = z.object({ ...fields, id: z.uuid(), version: z.int() }).meta({ id: 'DunningPolicy' })

export const savedPolicySchema = policySchema
  .extend({ warnings: z.array(warningSchema).describe('What the law asks for beside what it forbids') })
  .meta({ id: 'SavedDunningPolicy' })

export const judgementSchema = z
  .object({
    forbidden: z.array(warningSchema).describe('With it the policy cannot be kept'),
    warnings: z.array(warningSchema).describe('What the law asks for beside'),
  })
  .meta({ id: 'DunningPolicyJudgement' })

export const policiesSchema = z
  .object({
    policies: z.array(policySchema).readonly(),
    builtIn: newPolicySchema.describe('Holds where no standard is kept; a beginning for a new one'),
  })
  .meta({ id: 'DunningPolicies' })

export function wantedOf({ version: _version, ...body }: z.output<typeof policyChangeSchema>): WantedPolicy {
  const steps = body.steps.map((step) => ({ ...step, fee: minor(step.fee) }))
  return { ...body, steps, currency: currency(body.currency), leastOpen: minor(body.leastOpen) }
}

type Locale = Parameters<typeof sentenceOf>[2]

export function warningAnswers(warnings: readonly PolicyWarning[], locale: Locale): z.output<typeof warningSchema>[] {
  return warnings.flatMap(({ code, facts }) => [{ code, ...sentenceOf(code, facts, locale), facts }])
}
