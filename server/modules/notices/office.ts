// What all letters of a creditor share, read once for as many as are set together: who writes, by which law, by which policies,
// and to whom claims go that nobody pays.

import { lastLevelOf } from '@mahnwerk/core/claims'
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
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import type { CostRefusal } from '@mahnwerk/core/collection-costs'
import { type Result, accept } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import { type Policies, loadPolicies } from '../dunning/index.ts'
import {
  type OwnTemplates,
  type Which,
  loadCreditor,
  loadOwnTemplates,
  loadSender,
  standardWords,
} from '../letter-templates/index.ts'
import { activeConnection } from '../partners/index.ts'
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
  /** The creditor's own words; what has none goes out in ours. */
  readonly templates: OwnTemplates
  /** The version of the letterhead that `creditor` writes on; null where it never had one of its own. */
  readonly letterheadId: string | null
  /** Absent where claims are not handed over. */
  readonly partner?: string
}

export async function openOffice(context: Context): Promise<LetterOffice> {
  const { tenant, law } = await loadCreditor(context)
  const { sender, letterheadId } = await loadSender(context, tenant)
  const connection = await activeConnection(context)
  return {
    creditor: sender,
    letterheadId,
    healthProfession: tenant.healthProfession,
    originals: originalsGo(tenant),
    deductsVat: law.deductsVat,
    country: law.country,
    settings: law.settings,
    language: tenant.locale === 'en' ? 'en' : 'de',
    policies: await loadPolicies(context),
    templates: await loadOwnTemplates(context, { tenant, law }),
    ...(connection === undefined ? {} : { partner: connection.name }),
  }
}

/** What of a letter may be chosen; the rest is the notice's and the office's. */
export type Choice = {
  readonly language?: Language
  readonly tone?: Tone
  readonly template?: DunningTemplate
  /** As another letter than the notice is, to look at its words. */
  readonly kind?: NoticeKind
  readonly audience?: DebtorKind
}

// A letter that is looked at as another than it is, is counted as one that could be it.
const LEAST_LEVELS: Readonly<Record<NoticeKind, number>> = { reminder: 0, first: 1, second: 2, last: 2 }

/** Refused where the law cannot tell today what the letter must say. */
export function letterFacts(
  notice: StoredNotice,
  office: LetterOffice,
  choice: Choice = {},
): Result<DunningLetterFacts, CostRefusal> {
  const { debtor, items, day } = notice
  const which = whichLetter(notice, office, choice)
  const { kind, language } = which
  const principals = items.map(({ open }) => open)
  const asked = { kind, debtor: which.audience, on: day, principals, creditorDeductsVat: office.deductsVat }
  const law = office.country.notices.wordsOf(asked, office.settings, language)
  if (!law.ok) return law
  return accept({
    language,
    kind,
    level: Math.max(notice.level, LEAST_LEVELS[kind]),
    template: choice.template ?? ownWords(which, office, choice)?.words ?? ourWords(which, choice),
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
    ...(notice.interestUntil === undefined ? {} : { interestUntil: notice.interestUntil }),
    ...(kind === 'last' && office.partner !== undefined ? { handover: { partner: office.partner } } : {}),
  })
}

/** The letter that a notice is, by its language, its voice and whom it speaks to. */
export function whichLetter(notice: StoredNotice, office: LetterOffice, choice: Choice = {}): Which {
  const { name, address } = notice.debtor
  return {
    kind: choice.kind ?? kindOf(notice, office),
    language: choice.language ?? countryOf(address.country)?.notices.language ?? office.language,
    audience: choice.audience ?? name.kind,
  }
}

// Who asks for a tone wants to see our words in it.
function ownWords(which: Which, { templates }: LetterOffice, { tone }: Choice) {
  return tone === undefined ? templates.of(which) : undefined
}

function ourWords(which: Which, { tone }: Choice): DunningTemplate {
  return tone === undefined ? standardWords(which) : standardTemplate(which.kind, which.language, tone)
}

function kindOf({ debtor, policyId, level }: StoredNotice, { policies }: LetterOffice): NoticeKind {
  const policy = policies.of({ kind: debtor.name.kind, ...(policyId === undefined ? {} : { policyId }) })
  return noticeKindOf(level, lastLevelOf(policy.steps))
}
