// Whether words that a creditor wrote may go out: every statement that the country's law wants must still be made, no term may
// be given that the law does not let stand, and every {name} must be known.

import type { LocalDate } from '../../calendar/index.ts'
import type { Country } from '../../countries/country.ts'
import { type Duty, type DutyCondition, type NoticeKind, dutiesOf } from '../../duties/index.ts'
import { healthWordsIn } from '../../handover/index.ts'
import type { DebtorKind } from '../../late-payment/index.ts'
import {
  type TemplatePlace,
  braceAlone,
  isPlaceholder,
  placeholdersAt,
  placeholdersIn,
  suggestionFor,
} from './placeholders.ts'
import type { DunningTemplate, Placeholder } from './template.ts'

/** Whatever the amounts are: a template is written once for all of them. */
const ANY_AMOUNT: readonly DutyCondition[] = ['vat_demanded', 'interest_demanded', 'costs_demanded']

/** A duty of the letter and what keeps it: its form, the sentences at {legal}, or nothing, and then it may not go out. */
export type TemplateStatement = { readonly duty: Duty; readonly made: 'by_form' | 'by_legal' | 'lost' }

/** Every statement that the country's law wants in letters from this template. */
export function statementsIn(
  template: DunningTemplate,
  kind: NoticeKind,
  { notices, duties }: Pick<Country, 'notices' | 'duties'>,
  debtor: DebtorKind,
  on: LocalDate,
): readonly TemplateStatement[] {
  const occasion = notices.occasionOf(kind, debtor)
  const owed = dutiesOf({ sender: 'creditor', occasion, debtor, on, conditions: ANY_AMOUNT, statements: [] }, duties)
  const said = saysLegal(template) ? notices.madeBySentences(kind, debtor) : []
  return owed.map((duty) => {
    const made = notices.madeByForm.includes(duty.statement) ? 'by_form' : undefined
    return { duty, made: made ?? (said.includes(duty.statement) ? 'by_legal' : 'lost') }
  })
}

/** Whether the sentences of the law stand in the letter. A subject is no place for a statement: said there only, it is not said. */
export function saysLegal(template: DunningTemplate): boolean {
  return placeholdersIn({ ...template, subject: '' }).includes('legal')
}

/** The duties that a letter from this template would miss. Empty where it says all it must. */
export function missingStatements(
  template: DunningTemplate,
  kind: NoticeKind,
  country: Pick<Country, 'notices' | 'duties'>,
  debtor: DebtorKind,
  on: LocalDate,
): readonly Duty[] {
  return statementsIn(template, kind, country, debtor, on).flatMap(({ duty, made }) => (made === 'lost' ? [duty] : []))
}

export type TemplateFault =
  | { readonly kind: 'text_missing'; readonly field: keyof DunningTemplate }
  | {
      readonly kind: 'placeholder_unknown'
      readonly name: string
      readonly place: TemplatePlace
      readonly suggestion?: Placeholder
    }
  /** A brace that opens or closes no name. */
  | { readonly kind: 'brace_alone'; readonly place: TemplatePlace }
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
  const words = asked.healthProfession ? healthWordsIn(template.subject) : []
  return [
    ...NEEDED.filter((field) => template[field].trim() === '').map(
      (field) => ({ kind: 'text_missing', field }) as const,
    ),
    ...placeholdersAt(template)
      .filter(({ name }) => !isPlaceholder(name))
      .map(unknown),
    ...braceAlone(template).map((place) => ({ kind: 'brace_alone', place }) as const),
    ...missingStatements(template, kind, country, debtor, on).map(
      (duty) => ({ kind: 'statement_missing', duty }) as const,
    ),
    ...(givesFaultyTerm(template, asked) ? [{ kind: 'term_not_lawful' } as const] : []),
    ...(words.length > 0 ? [{ kind: 'health_words', words } as const] : []),
  ]
}

function unknown({ name, ...place }: ReturnType<typeof placeholdersAt>[number]): TemplateFault {
  const suggestion = suggestionFor(name)
  return { kind: 'placeholder_unknown', name, place, ...(suggestion === undefined ? {} : { suggestion }) }
}

function givesFaultyTerm(template: DunningTemplate, { kind, country, debtor }: Asked): boolean {
  const countsItself = country.notices.occasionOf(kind, debtor) === 'warning_letter'
  const namesDay = countsItself && placeholdersIn(template).includes('payBy')
  return namesDay || country.notices.isFaultyTerm(Object.values(template).join('. '), kind, debtor)
}
