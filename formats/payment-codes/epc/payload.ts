// The text inside a payment QR code by EPC069-12 (known as GiroCode): a SEPA credit transfer that a banking app
// fills in by itself. Twelve lines, UTF-8, at most 331 bytes. We write version 002, in which the BIC may be left out
// for accounts in the EEA, and end at the last line with a value. Not covered: an amount left to the payer.

import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import { type Currency, EUR, type Minor, toDecimal } from '@mahnwerk/core/money'
import { hasCheckDigits } from './check-digits.ts'

export type Transfer = {
  readonly holder: string
  readonly iban: string
  readonly bic?: string
  readonly amount: Minor
  readonly currency: Currency
  /** ISO 20022 purpose of one to four characters, such as GDDS. */
  readonly purpose?: string
  /** Either a creditor reference (ISO 11649, "RF…") or free text. */
  readonly reference?: { readonly kind: 'creditor' | 'text'; readonly value: string }
  /** To the payer; banks do not pass it on. */
  readonly information?: string
}

export type TransferFault =
  | 'epc_currency'
  | 'epc_amount'
  | 'epc_holder'
  | 'epc_iban'
  | 'epc_bic'
  | 'epc_bic_missing'
  | 'epc_purpose'
  | 'epc_reference'
  | 'epc_text'
  | 'epc_information'
  | 'epc_too_long'

const HOLDER_MAX = 70
const TEXT_MAX = 140
const INFORMATION_MAX = 70
const BYTES_MAX = 331
const AMOUNT_MIN = 1
const AMOUNT_MAX = 99_999_999_999

// European Economic Area: elsewhere in SEPA (Switzerland, United Kingdom …) the BIC must be given.
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/** The payload, or the first rule that the transfer breaks. Text is taken as it is, but for blanks at its ends. */
export function epcPayload(transfer: Transfer): Result<string, TransferFault> {
  const iban = transfer.iban.replace(/\s/g, '').toUpperCase()
  const broken = RULES.find(([, holds]) => !holds({ ...transfer, iban }))
  if (broken !== undefined) return refuse(broken[0])
  const lines = linesOf({ ...transfer, iban })
  const payload = lines.join('\n').trimEnd()
  const bytes = new TextEncoder().encode(payload).length
  return bytes > BYTES_MAX ? refuse('epc_too_long', { bytes, bytesMax: BYTES_MAX }) : accept(payload)
}

function linesOf({ holder, iban, bic, amount, currency, purpose, reference, information }: Transfer): string[] {
  const of = (kind: 'creditor' | 'text'): string => (reference?.kind === kind ? reference.value.trim() : '')
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    bic ?? '',
    holder.trim(),
    iban,
    `EUR${toDecimal(amount, currency)}`,
    purpose ?? '',
    of('creditor').replace(/\s/g, '').toUpperCase(),
    of('text'),
    information?.trim() ?? '',
  ]
}

type Rule = readonly [TransferFault, (transfer: Transfer) => boolean]

const RULES: readonly Rule[] = [
  ['epc_currency', ({ currency }) => currency === EUR],
  ['epc_amount', ({ amount }) => amount >= AMOUNT_MIN && amount <= AMOUNT_MAX],
  ['epc_holder', ({ holder }) => isLine(holder, 1, HOLDER_MAX)],
  ['epc_iban', ({ iban }) => /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban) && hasCheckDigits(iban)],
  ['epc_bic', ({ bic }) => bic === undefined || /^[A-Z\d]{4}[A-Z]{2}[A-Z\d]{2}([A-Z\d]{3})?$/.test(bic)],
  ['epc_bic_missing', ({ bic, iban }) => bic !== undefined || EEA.has(iban.slice(0, 2))],
  ['epc_purpose', ({ purpose }) => purpose === undefined || /^[A-Z\d]{1,4}$/.test(purpose)],
  ['epc_reference', ({ reference }) => reference?.kind !== 'creditor' || isCreditorReference(reference.value)],
  ['epc_text', ({ reference }) => reference?.kind !== 'text' || isLine(reference.value, 1, TEXT_MAX)],
  ['epc_information', ({ information }) => information === undefined || isLine(information, 1, INFORMATION_MAX)],
]

function isCreditorReference(value: string): boolean {
  const reference = value.replace(/\s/g, '').toUpperCase()
  return /^RF\d{2}[A-Z\d]{1,21}$/.test(reference) && hasCheckDigits(reference)
}

/** Lengths count characters, not UTF-16 units. A line break or another control character would shift all lines after it. */
function isLine(text: string, least: number, most: number): boolean {
  const { length } = Array.from(text.trim())
  return length >= least && length <= most && !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text.trim())
}
