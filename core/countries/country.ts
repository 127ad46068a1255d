// What every country answers. A country is a folder with the same file names as its neighbours and one line in index.ts; the
// conformance suite runs over all of them. Shared code asks through this type and never for a country by its name.

import type { AllocationRule, SeveralRule } from '../allocation/index.ts'
import type { IsHoliday, LocalDate } from '../calendar/index.ts'
import type { CollectionQuestion, CostNote, CostRefusal, DunningFeeLimit } from '../collection-costs/index.ts'
import type { CompetentCourt, CourtNote, CourtQuestion, CourtRefusal } from '../court/index.ts'
import type { Duty, NoticeLaw } from '../duties/index.ts'
import type { Catalogues, Language } from '../explanations/index.ts'
import type { LawRefusal, Series, Trust } from '../facts/index.ts'
import type { InterestRule, YearBasis } from '../interest/index.ts'
import type { ClaimFacts, FlatCompensation, LateStart } from '../late-payment/index.ts'
import type { LimitationEnd, LimitationFacts } from '../limitation/index.ts'
import type { Currency } from '../money/index.ts'
import type { Result } from '../refusals/index.ts'

/** What a creditor may choose where the law leaves it open; each country has its default. */
export type LawSettings = {
  readonly yearBasis: YearBasis
  /** Whether the day of payment still bears interest. */
  readonly paymentDayCounts: boolean
  readonly trust: Trust
  /** Questions of this country alone, answered by the key of one of their options. */
  readonly choices: Readonly<Record<string, string>>
}

/** A question that the law of a country leaves open. */
export type OpenQuestion = {
  readonly key: string
  /** Keys of the answers; the first is the default. Texts stand in the catalogue as `choice.<country>.<key>.<answer>`. */
  readonly answers: readonly string[]
}

export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly names: Readonly<Record<Language, string>>
  readonly currency: Currency
  /** Regions with holidays of their own: code and name. */
  readonly regions: Readonly<Record<string, string>>
  /** Public holidays of a region, or of the whole country where none is named. */
  readonly holidaysOf: (region?: string) => IsHoliday
  readonly settings: LawSettings
  readonly openQuestions: readonly OpenQuestion[]
  readonly lateFrom: (facts: ClaimFacts, settings: LawSettings) => LateStart
  /** The rule by which interest runs on the claim. */
  readonly interest: (facts: ClaimFacts, settings: LawSettings) => Result<InterestRule, LawRefusal>
  readonly flatCompensation: (facts: ClaimFacts, settings: LawSettings) => FlatCompensation
  readonly allocation: (facts: Pick<ClaimFacts, 'debtor'>, settings: LawSettings) => Result<AllocationRule, LawRefusal>
  readonly severalDebts: SeveralRule
  /** The most that may be demanded from the debtor for collecting. */
  readonly collectionCosts: (question: CollectionQuestion, settings: LawSettings) => Result<CostNote, CostRefusal>
  readonly dunningFeeLimit: (facts: ClaimFacts, settings: LawSettings) => DunningFeeLimit
  readonly courtCosts: (question: CourtQuestion, settings: LawSettings) => Result<CourtNote, CourtRefusal>
  /** Undefined where competence cannot be told from the creditor's region and post code. */
  readonly orderForPaymentCourt: (creditor: {
    readonly region?: string
    readonly postCode: string
  }) => CompetentCourt | undefined
  readonly limitation: (facts: LimitationFacts) => LimitationEnd
  readonly duties: readonly Duty[]
  /** What the law makes of the creditor's own reminders. */
  readonly notices: NoticeLaw
  /** Every series of facts that the country's figures rest on: shown as sources, checked for order and gaps. */
  readonly series: readonly Series<unknown>[]
  /** The last day for which everything is published; later days need new facts. */
  readonly knownUntil: LocalDate
  readonly texts: Catalogues
}
