// What all letters of a creditor share, read once for as many as are set together: who writes, by which law, by which policies,
// and to whom claims go that nobody pays.

import { type Country, type LawSettings, countryOf } from '@mahnwerk/core/countries'
import type { NoticeKind } from '@mahnwerk/core/duties'
import {
  type DunningLetterFacts,
  type DunningTemplate,
  type Language,
  type Sender,
  type Tone,
  noticeKindOf,
  noticeNumber,
  standardTemplate,
} from '@mahnwerk/core/letters'
import type { CostRefusal } from '@mahnwerk/core/collection-costs'
import { type Result, accept } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import { type Policies, loadPolicies } from '../dunning/index.ts'
import { activeConnection } from '../partners/index.ts'
import { countryInForce, loadLaw, loadTenant, senderOf } from '../settings/index.ts'
import { type OriginalsGo, originalsGo } from './originals.ts'
import type { StoredNotice } from './stored.ts'

export type LetterOffice = {
  readonly creditor: Sender
  readonly healthProfession: boolean
  readonly originals: OriginalsGo
  readonly deductsVat: boolean
  readonly country: Country
  readonly settings: LawSettings
  /** Of letters to countries whose law nobody here knows. */
  readonly language: Language
  readonly policies: Policies
  /** Absent where claims are not handed over. */
  readonly partner?: string
}

export async function openOffice(context: Context): Promise<LetterOffice> {
  const tenant = await loadTenant(context)
  const law = await loadLaw(context)
  const country = countryInForce(law)
  const connection = await activeConnection(context)
  const { settings } = country
  return {
    creditor: senderOf(tenant),
    healthProfession: tenant.healthProfession,
    originals: originalsGo(tenant),
    deductsVat: tenant.deductsInputTax,
    country,
    settings: {
      yearBasis: law.yearBasis ?? settings.yearBasis,
      paymentDayCounts: law.paymentDayCounts ?? settings.paymentDayCounts,
      trust: { provisional: law.provisional, lowConfidence: law.lowConfidence },
      choices: { ...settings.choices, ...law.choices },
    },
    language: tenant.locale === 'en' ? 'en' : 'de',
    policies: await loadPolicies(context),
    ...(connection === undefined ? {} : { partner: connection.name }),
  }
}

/** What of a letter may be chosen; the rest is the notice's and the office's. */
export type Choice = { readonly language?: Language; readonly tone?: Tone; readonly template?: DunningTemplate }

/** Refused where the law cannot tell today what the letter must say. */
export function letterFacts(
  notice: StoredNotice,
  office: LetterOffice,
  choice: Choice = {},
): Result<DunningLetterFacts, CostRefusal> {
  const { debtor, items, level, day } = notice
  const kind = kindOf(notice, office)
  const language = choice.language ?? countryOf(debtor.address.country)?.notices.language ?? office.language
  const principals = items.map(({ open }) => open)
  const asked = { kind, debtor: debtor.name.kind, on: day, principals, creditorDeductsVat: office.deductsVat }
  const law = office.country.notices.wordsOf(asked, office.settings, language)
  if (!law.ok) return law
  return accept({
    language,
    kind,
    template: choice.template ?? standardTemplate(kind, language, choice.tone ?? toneOf(level)),
    law: law.value,
    day,
    payBy: notice.payBy,
    number: noticeNumber(notice.year, notice.number),
    creditor: office.creditor,
    healthProfession: office.healthProfession,
    debtor,
    currency: notice.currency,
    items,
    parts: notice.parts,
    ...(kind === 'last' && office.partner !== undefined ? { handover: { partner: office.partner } } : {}),
  })
}

function kindOf({ debtor, policyId, level }: StoredNotice, { policies }: LetterOffice): NoticeKind {
  const policy = policies.of({ kind: debtor.name.kind, ...(policyId === undefined ? {} : { policyId }) })
  return noticeKindOf(level, policy.steps.at(-1)?.level ?? level)
}

// Friendly words first; from the second notice on a plain demand is the honest one.
function toneOf(level: number): Tone {
  return level > 1 ? 'firm' : 'plain'
}
