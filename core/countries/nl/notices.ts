// A creditor's own reminders by Dutch law. The last one to a consumer is the fourteen-day letter (art. 6:96 lid 6 BW): it counts
// its days from the day after delivery, and names the costs that follow to the cent. Businesses owe costs without a letter.

import type { CollectionQuestion } from '../../collection-costs/index.ts'
import type { NoticeFacts, NoticeKind, NoticeLaw, NoticeSentence } from '../../duties/index.ts'
import type { DebtorKind } from '../../late-payment/index.ts'
import { EUR, ZERO, formatMoney } from '../../money/index.ts'
import { accept } from '../../refusals/index.ts'
import { costsToAnnounce } from './collection-costs.ts'
import { SAFE_TERM, judgeWording, readTerm } from './letter-wording.ts'
import { NOTICE_TEXTS } from './texts/notices.ts'

const STATEMENTS = ['nl.duty.consequence', 'nl.duty.exact_costs', 'nl.duty.fourteen_days']
const VAT_STATEMENT = 'nl.duty.vat'

export const NOTICES: NoticeLaw = {
  language: 'nl',
  occasionOf: (kind, debtor) => (isFourteenDayLetter(kind, debtor) ? 'warning_letter' : 'dunning_letter'),
  madeByForm: [],
  madeBySentences: (kind, debtor) => (isFourteenDayLetter(kind, debtor) ? [...STATEMENTS, VAT_STATEMENT] : []),
  wordsOf: (facts, settings, language) => {
    const { kind, debtor } = facts
    const text = NOTICE_TEXTS[language]
    const interest: NoticeSentence = { text: text.interest[debtor], statements: [] }
    if (kind === 'reminder') return accept({ sentences: [] })
    const notice = isFourteenDayLetter(kind, debtor) || (kind === 'last' && debtor === 'business')
    if (!notice) return accept({ sentences: [interest] })
    const costs = costsToAnnounce(questionOf(facts), settings)
    if (!costs.ok) return costs
    const { net, vat, gross } = costs.value
    const written = (amount: typeof net): string => formatMoney(amount, EUR, language)
    const amounts = { net: written(net), vat: written(vat), gross: written(gross), term: SAFE_TERM[language] }
    if (debtor === 'business') return accept({ sentences: [interest, sentence(text.business, amounts)] })
    const announced = vat === ZERO ? text.fourteenDays : text.fourteenDaysVat
    const statements = vat === ZERO ? STATEMENTS : [...STATEMENTS, VAT_STATEMENT]
    return accept({
      term: SAFE_TERM[language],
      sentences: [{ ...sentence(announced, amounts), statements }, interest],
    })
  },
  isFaultyTerm: (words, kind, debtor) => isFourteenDayLetter(kind, debtor) && termsIn(words).some(isFaulty),
}

function isFourteenDayLetter(kind: NoticeKind, debtor: DebtorKind): boolean {
  return kind === 'last' && debtor === 'consumer'
}

function questionOf({ principals, debtor, on, creditorDeductsVat }: NoticeFacts): Omit<CollectionQuestion, 'warning'> {
  return {
    principals,
    debtor,
    engagedOn: on,
    on,
    collector: 'agency',
    creditorDeductsVat,
    disputed: false,
    extensive: false,
    steps: [],
    flat: ZERO,
  }
}

type Amounts = Readonly<Record<'net' | 'vat' | 'gross' | 'term', string>>

function sentence(text: string, amounts: Amounts): NoticeSentence {
  const filled = text.replace(/\{(net|vat|gross|term)\}/g, (_, name: keyof Amounts) => amounts[name])
  return { text: filled, statements: [] }
}

function termsIn(words: string) {
  return words.split(/[.!?]\s/).flatMap((part) => readTerm(part) ?? [])
}

function isFaulty(term: Parameters<typeof judgeWording>[0]): boolean {
  return judgeWording(term).verdict === 'invalid'
}
