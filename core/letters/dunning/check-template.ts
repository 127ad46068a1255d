// Whether words that a creditor wrote may go out: every statement that the country's law wants must still be made, no term may
// be given that the law does not let stand, and every {name} must be known.

import type { LocalDate } from '../../calendar/index.ts'
import type { Country } from '../../countries/country.ts'
import { type Duty, type DutyCondition, type NoticeKind, missingIn } from '../../duties/index.ts'
import { healthWordsIn } from '../../handover/index.ts'
import type { DebtorKind } from '../../late-payment/index.ts'
import { type DunningTemplate, PLACEHOLDERS, placeholdersIn } from './template.ts'

/** Whatever the amounts are: a template is written once for all of them. */
const ANY_AMOUNT: readonly DutyCondition[] = ['vat_demanded', 'interest_demanded', 'costs_demanded']

/** The duties that a letter from this template would miss. Empty where it says all it must. */
export function missingStatements(
  template: DunningTemplate,
  kind: NoticeKind,
  { notices, duties }: Pick<Country, 'notices' | 'duties'>,
  debtor: DebtorKind,
  on: LocalDate,
): readonly Duty[] {
  // A subject is no place for a statement, and one that is said there only is not said in the letter.
  const says = placeholdersIn({ ...template, subject: '' }).includes('legal')
  const statements = [...notices.madeByForm, ...(says ? notices.madeBySentences(kind, debtor) : [])]
  const occasion = notices.occasionOf(kind, debtor)
  return missingIn({ sender: 'creditor', occasion, debtor, on, conditions: ANY_AMOUNT, statements }, duties)
}

export type TemplateFault =
  | { readonly kind: 'text_missing'; readonly field: keyof DunningTemplate }
  | { readonly kind: 'placeholder_unknown'; readonly name: string }
  | { readonly kind: 'statement_missing'; readonly duty: Duty }
  /** A term or day of its own where the law counts the days itself. */
  | { readonly kind: 'term_not_lawful' }
  | { readonly kind: 'health_words'; readonly words: readonly string[] }

type Asked = {
  readonly kind: NoticeKind
  readonly country: Country
  readonly debtor: DebtorKind
  readonly on: LocalDate
  readonly healthProfession: boolean
}

const NEEDED = ['subject', 'opening', 'alreadyPaid', 'contact'] as const

/** Everything for which a template is refused. */
export function faultsInTemplate(template: DunningTemplate, asked: Asked): readonly TemplateFault[] {
  const { kind, country, debtor, on } = asked
  const known: readonly string[] = PLACEHOLDERS
  const words = asked.healthProfession ? healthWordsIn(template.subject) : []
  return [
    ...NEEDED.filter((field) => template[field].trim() === '').map(
      (field) => ({ kind: 'text_missing', field }) as const,
    ),
    ...placeholdersIn(template)
      .filter((name) => !known.includes(name))
      .map((name) => ({ kind: 'placeholder_unknown', name }) as const),
    ...missingStatements(template, kind, country, debtor, on).map(
      (duty) => ({ kind: 'statement_missing', duty }) as const,
    ),
    ...(givesFaultyTerm(template, asked) ? [{ kind: 'term_not_lawful' } as const] : []),
    ...(words.length > 0 ? [{ kind: 'health_words', words } as const] : []),
  ]
}

function givesFaultyTerm(template: DunningTemplate, { kind, country, debtor }: Asked): boolean {
  const countsItself = country.notices.occasionOf(kind, debtor) === 'warning_letter'
  const namesDay = countsItself && placeholdersIn(template).includes('payBy')
  return namesDay || country.notices.isFaultyTerm(Object.values(template).join('. '), kind, debtor)
}
