// Puts a handover together: every field that will leave with its source, what stays, what is missing, what only a person
// knows. Nothing is preset that only a person knows, and nothing leaves that is not listed here.

import type { Instant, LocalDate } from '../calendar/index.ts'
import type { Marker } from '../claims/index.ts'
import { type Currency, type Minor, ZERO, sum } from '../money/index.ts'
import { type Address, type PartyName, fullName } from '../parties/index.ts'
import { type Refusal, type Result, accept, refuse } from '../refusals/index.ts'
import { healthWordsIn } from './health-words.ts'
import type { HandoverPackage } from './package.ts'
import type { PartnerProfile } from './profile.ts'

export type HandoverInvoice = {
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly serviceDate?: LocalDate
  readonly subject: string
  readonly currency: Currency
  /** Of a claim that was written off: what was given up. */
  readonly principalOpen: Minor
  readonly chargesOpen: Minor
  readonly state: 'open' | 'collection' | 'paid' | 'written_off' | 'cancelled'
  readonly marker: Marker
  readonly dunningLevel: number
  readonly lastNoticeOn?: LocalDate
}

export type HandoverDebtor = {
  readonly ref: string
  readonly name: PartyName
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly birthDate?: LocalDate
}

export type HandoverGiven = {
  readonly caseId: string
  readonly now: Instant
  readonly today: LocalDate
  readonly creditor: HandoverPackage['creditor']
  /** A health profession: texts of services stay unless a person writes the reason. */
  readonly healthProfession: boolean
  readonly invoice: HandoverInvoice
  readonly debtor: HandoverDebtor
  readonly paymentsSoFar: readonly { readonly on: LocalDate; readonly amount: Minor }[]
  readonly profile: PartnerProfile
  /** What was charged for the delay goes beyond the law: the rule, what is demanded and what is allowed. */
  readonly chargesAboveLaw?: { readonly rule: string; readonly demanded: Minor; readonly allowed: Minor }
}

/** What a person changed or wrote on the overview page. */
export type HandoverChanges = {
  readonly subject?: string
  readonly street?: string
  readonly extra?: string
  readonly postCode?: string
  readonly city?: string
  readonly email?: string
  readonly phone?: string
  /** Date of the last real dunning notice, if it was sent outside. */
  readonly noticeDate?: LocalDate
}

/** Facts only a person knows; absent until answered. */
export type HandoverAnswers = { readonly disputed?: boolean; readonly obligationFulfilled?: boolean }

export type FieldSource = 'invoice' | 'debtor' | 'creditor' | 'notice' | 'payments' | 'proposed' | 'changed'

export type OutgoingField = {
  readonly field:
    | 'name'
    | 'address'
    | 'email'
    | 'phone'
    | 'birthDate'
    | 'customerNumber'
    | 'invoice'
    | 'dueDate'
    | 'serviceDate'
    | 'principal'
    | 'charges'
    | 'paymentsSoFar'
    | 'subject'
    | 'noticeDate'
    | 'creditor'
    | 'unit'
  readonly value: string
  readonly amount?: Minor
  readonly source: FieldSource
}

export type HandoverBlocker =
  | 'already_handed_over'
  | 'invoice_closed'
  | 'not_overdue'
  | 'nothing_open'
  | 'address_incomplete'
  | 'subject_missing'
  | 'invoice_disputed'
  | 'invoice_on_hold'
  | 'below_minimum'
  | 'country_not_covered'
  | 'currency_not_covered'
  | 'creditor_email_missing'
  | 'notice_date_not_possible'
  | 'charges_above_law'

export type HandoverWarning = 'no_dunning_notice' | 'health_words' | 'no_contact'

export type Preparation = {
  readonly fields: readonly OutgoingField[]
  readonly staysHere: readonly ('service_texts' | 'original_invoice' | 'notes')[]
  readonly blockers: readonly Refusal<HandoverBlocker>[]
  readonly warnings: readonly { readonly code: HandoverWarning; readonly facts: Readonly<Record<string, string>> }[]
  readonly questions: readonly (keyof HandoverAnswers)[]
  readonly subject: string
  readonly total: Minor
  readonly kind: HandoverPackage['claim']['kind']
}

type Resolved = {
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly subject: string
  readonly subjectSource: FieldSource
  readonly noticeDate?: LocalDate
}

/** Reads the overview page's content from what is known and what a person changed. */
export function prepareHandover(given: HandoverGiven, changes: HandoverChanges): Preparation {
  const resolved = resolve(given, changes)
  const { invoice } = given
  return {
    fields: outgoing(given, changes, resolved),
    staysHere: ['original_invoice', ...(staysSubject(given, resolved) ? (['service_texts'] as const) : []), 'notes'],
    blockers: blockersOf(given, resolved),
    warnings: warningsOf(given, resolved),
    questions: ['disputed', 'obligationFulfilled'],
    subject: resolved.subject,
    total: sum([invoice.principalOpen, invoice.chargesOpen]),
    kind: kindOf(invoice),
  }
}

export type HandoverRefusal = HandoverBlocker | 'questions_unanswered' | 'disputed_claim' | 'obligation_open'

/** Decides whether the package may leave, and makes it. The first blocker in the page's order wins. */
export function decideHandover(
  given: HandoverGiven,
  changes: HandoverChanges,
  answers: HandoverAnswers,
): Result<HandoverPackage, HandoverRefusal> {
  const preparation = prepareHandover(given, changes)
  const blocker = preparation.blockers[0]
  if (blocker) return { ok: false, refusal: blocker }
  if (answers.disputed === undefined || answers.obligationFulfilled === undefined) return refuse('questions_unanswered')
  // A disputed claim is not for a collection agency: § 13a RDG asks it to say so, and agencies' contracts refuse it.
  if (answers.disputed) return refuse('disputed_claim')
  if (!answers.obligationFulfilled) return refuse('obligation_open')
  return accept(packageOf(given, resolve(given, changes), answers.disputed, answers.obligationFulfilled))
}

// A person may have written it into the reason on purpose: then it leaves, and the page must not say that it stays.
function staysSubject({ healthProfession, invoice }: HandoverGiven, { subject }: Resolved): boolean {
  return healthProfession && invoice.subject !== '' && !subject.includes(invoice.subject)
}

function resolve(given: HandoverGiven, changes: HandoverChanges): Resolved {
  const { debtor, invoice } = given
  const email = changes.email ?? debtor.email
  const phone = changes.phone ?? debtor.phone
  const noticeDate = changes.noticeDate ?? (invoice.dunningLevel > 0 ? invoice.lastNoticeOn : undefined)
  const extra = changes.extra ?? debtor.address.extra
  return {
    address: {
      street: changes.street ?? debtor.address.street,
      ...(extra === undefined || extra === '' ? {} : { extra }),
      postCode: changes.postCode ?? debtor.address.postCode,
      city: changes.city ?? debtor.address.city,
      country: debtor.address.country,
    },
    ...(email === undefined || email === '' ? {} : { email }),
    ...(phone === undefined || phone === '' ? {} : { phone }),
    ...subjectOf(given, changes),
    ...(noticeDate === undefined ? {} : { noticeDate }),
  }
}

function subjectOf(given: HandoverGiven, changes: HandoverChanges): { subject: string; subjectSource: FieldSource } {
  if (changes.subject !== undefined) return { subject: changes.subject.trim(), subjectSource: 'changed' }
  if (given.healthProfession || given.invoice.subject === '') {
    return { subject: `Leistung laut Rechnung ${given.invoice.number}`, subjectSource: 'proposed' }
  }
  return { subject: given.invoice.subject, subjectSource: 'invoice' }
}

function outgoing(given: HandoverGiven, changes: HandoverChanges, resolved: Resolved): OutgoingField[] {
  const { invoice, debtor, creditor } = given
  const changed = (keys: readonly (keyof HandoverChanges)[], otherwise: FieldSource): FieldSource =>
    keys.some((key) => changes[key] !== undefined) ? 'changed' : otherwise
  const paid = sum(given.paymentsSoFar.map((payment) => payment.amount))
  const { address } = resolved
  const lines: (OutgoingField | undefined)[] = [
    { field: 'name', value: nameText(debtor.name), source: 'debtor' },
    {
      field: 'address',
      value: addressText(address),
      source: changed(['street', 'extra', 'postCode', 'city'], 'debtor'),
    },
    resolved.email === undefined
      ? undefined
      : { field: 'email', value: resolved.email, source: changed(['email'], 'debtor') },
    resolved.phone === undefined
      ? undefined
      : { field: 'phone', value: resolved.phone, source: changed(['phone'], 'debtor') },
    debtor.birthDate === undefined ? undefined : { field: 'birthDate', value: debtor.birthDate, source: 'debtor' },
    { field: 'customerNumber', value: debtor.ref, source: 'debtor' },
    { field: 'invoice', value: `${invoice.number}|${invoice.invoiceDate}`, source: 'invoice' },
    { field: 'dueDate', value: invoice.dueDate, source: 'invoice' },
    invoice.serviceDate === undefined
      ? undefined
      : { field: 'serviceDate', value: invoice.serviceDate, source: 'invoice' },
    { field: 'principal', value: '', amount: invoice.principalOpen, source: 'invoice' },
    invoice.chargesOpen === 0
      ? undefined
      : { field: 'charges', value: '', amount: invoice.chargesOpen, source: 'notice' },
    paid === 0 ? undefined : { field: 'paymentsSoFar', value: '', amount: paid, source: 'payments' },
    { field: 'subject', value: resolved.subject, source: resolved.subjectSource },
    resolved.noticeDate === undefined
      ? undefined
      : { field: 'noticeDate', value: resolved.noticeDate, source: changed(['noticeDate'], 'notice') },
    {
      field: 'creditor',
      value: listed(creditor.legalName, addressText(creditor.address), creditor.email, creditor.phone),
      source: 'creditor',
    },
    creditor.unit === undefined ? undefined : { field: 'unit', value: creditor.unit, source: 'creditor' },
  ]
  return lines.filter((line) => line !== undefined)
}

function nameText(name: PartyName): string {
  return name.kind === 'business' ? listed(name.company, name.contactPerson) : fullName(name)
}

function addressText({ street, extra, postCode, city, country }: Address): string {
  return listed(street, extra, `${postCode} ${city}`.trim(), country)
}

function listed(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

// In the order in which a person would mend them.
function blockersOf(given: HandoverGiven, resolved: Resolved): Refusal<HandoverBlocker>[] {
  const { invoice, profile } = given
  const { address } = resolved
  const missing = (['street', 'postCode', 'city'] as const).filter((part) => address[part].trim() === '')
  const found: (Refusal<HandoverBlocker> | false)[] = [
    invoice.state === 'collection' && { code: 'already_handed_over', facts: {} },
    (invoice.state === 'paid' || invoice.state === 'cancelled') && { code: 'invoice_closed', facts: {} },
    invoice.principalOpen === 0 && { code: 'nothing_open', facts: {} },
    invoice.dueDate >= given.today && { code: 'not_overdue', facts: { dueDate: invoice.dueDate } },
    invoice.marker.kind === 'disputed' && { code: 'invoice_disputed', facts: {} },
    rests(invoice.marker, given.today) && { code: 'invoice_on_hold', facts: {} },
    missing.length > 0 && { code: 'address_incomplete', facts: { missing: missing.join(',') } },
    resolved.subject === '' && { code: 'subject_missing', facts: {} },
    invoice.principalOpen < profile.principalMin && { code: 'below_minimum', facts: { minimum: profile.principalMin } },
    !profile.countries.includes(address.country) && {
      code: 'country_not_covered',
      facts: { country: address.country },
    },
    !profile.currencies.includes(invoice.currency) && {
      code: 'currency_not_covered',
      facts: { currency: invoice.currency },
    },
    given.chargesAboveLaw !== undefined && {
      code: 'charges_above_law',
      facts: given.chargesAboveLaw,
    },
    given.creditor.email === '' && { code: 'creditor_email_missing', facts: {} },
    resolved.noticeDate !== undefined &&
      (resolved.noticeDate > given.today || resolved.noticeDate < invoice.invoiceDate) && {
        code: 'notice_date_not_possible',
        facts: { lastNoticeOn: resolved.noticeDate },
      },
  ]
  return found.filter((blocker) => blocker !== false)
}

/** A hold or a promise rests until its day is over; a clarification until a person ends it. */
function rests(marker: Marker, today: LocalDate): boolean {
  if (marker.kind === 'hold') return marker.until >= today
  if (marker.kind === 'promised') return marker.by >= today
  return marker.kind === 'clarification'
}

function warningsOf(given: HandoverGiven, resolved: Resolved): Preparation['warnings'] {
  const words = healthWordsIn(resolved.subject)
  return [
    ...(resolved.noticeDate === undefined ? [{ code: 'no_dunning_notice' as const, facts: {} }] : []),
    ...(words.length > 0 ? [{ code: 'health_words' as const, facts: { words: words.join(', ') } }] : []),
    ...(resolved.email === undefined && resolved.phone === undefined
      ? [{ code: 'no_contact' as const, facts: {} }]
      : []),
  ]
}

function packageOf(
  given: HandoverGiven,
  resolved: Resolved,
  disputed: boolean,
  obligationFulfilled: boolean,
): HandoverPackage {
  const { invoice, debtor } = given
  return {
    protocol: '1',
    claimRef: given.caseId,
    handedOverAt: given.now,
    creditor: given.creditor,
    debtor: {
      ref: debtor.ref,
      name: debtor.name,
      address: resolved.address,
      ...(resolved.email === undefined ? {} : { email: resolved.email }),
      ...(resolved.phone === undefined ? {} : { phone: resolved.phone }),
      ...(debtor.birthDate === undefined ? {} : { birthDate: debtor.birthDate }),
    },
    claim: {
      subject: resolved.subject,
      invoiceNumber: invoice.number,
      invoiceDate: invoice.invoiceDate,
      dueDate: invoice.dueDate,
      ...(invoice.serviceDate === undefined ? {} : { serviceDate: invoice.serviceDate }),
      ...(resolved.noticeDate === undefined ? {} : { noticeDate: resolved.noticeDate }),
      currency: invoice.currency,
      principal: invoice.principalOpen,
      charges:
        invoice.chargesOpen === ZERO
          ? []
          : [{ kind: 'dunning_fee', on: invoice.lastNoticeOn ?? given.today, amount: invoice.chargesOpen }],
      paymentsSoFar: given.paymentsSoFar,
      totalOpen: sum([invoice.principalOpen, invoice.chargesOpen]),
      disputed,
      obligationFulfilled,
      kind: kindOf(invoice),
    },
  }
}

function kindOf({ state }: HandoverInvoice): HandoverPackage['claim']['kind'] {
  return state === 'written_off' ? 'attempt' : 'regular'
}
