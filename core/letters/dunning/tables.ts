// The table of a reminder: invoice by invoice, then, where anything is asked for beside them, each part of the sum.

import { formatDay } from '../../calendar/index.ts'
import { healthWordsIn } from '../../handover/index.ts'
import { type Minor, ZERO, formatMoney, subtract, sum } from '../../money/index.ts'
import type { Block, Cell, Column, TableRow } from '../letter.ts'
import type { Text, TextKey } from '../texts.ts'
import { type DunningItem, type DunningLetterFacts, principalOf, totalOf } from './facts.ts'

const COLUMNS = [
  'statementInvoiceDay',
  'statementInvoiceDue',
  'statementAmount',
  'statementPaid',
  'statementLeft',
] as const

export function itemTable(facts: DunningLetterFacts, text: Text): Block {
  const { items } = facts
  const parts = partRows(facts, text)
  const sums = [sum(items.map(({ amount }) => amount)), sum(items.map(paidOf)), principalOf(facts)]
  const name = text(parts.length === 0 ? 'dunningTotal' : 'partPrincipal')
  const invoices = [name, '', '', ...sums.map((each) => written(facts, each))].map(cellOf)
  const total = [text('dunningTotal'), '', '', '', '', written(facts, totalOf(facts))].map(cellOf)
  return {
    kind: 'table',
    columns: [
      { title: text('statementInvoiceColumn'), align: 'start', width: 'rest' },
      ...COLUMNS.map((key): Column => ({ title: text(key), align: 'end', width: 'own' })),
    ],
    rows: [
      ...items.map((item) => itemRow(facts, item)),
      ...(parts.length === 0 || items.length === 1 ? [] : [{ kind: 'line', cells: invoices } as const]),
      ...parts,
      ...(parts.length > 0 ? [{ kind: 'total', cells: total } as const] : []),
      ...(parts.length === 0 && items.length > 1 ? [{ kind: 'total', cells: invoices } as const] : []),
    ],
  }
}

function itemRow(facts: DunningLetterFacts, item: DunningItem): TableRow {
  const { number, day, due, amount, open } = item
  const days = [day, due].map((each) => formatDay(each, facts.language))
  const amounts = [cellOf(written(facts, amount)), paidCell(facts, item), cellOf(written(facts, open))]
  return { kind: 'line', cells: [numberCell(facts, number, item.subject), ...days.map(cellOf), ...amounts] }
}

// The window and the desk of a flatmate: what tells of a treatment is not printed.
function numberCell({ healthProfession }: DunningLetterFacts, number: string, subject = ''): Cell {
  const tells = healthProfession && healthWordsIn(subject).length > 0
  return subject === '' || tells ? { text: number } : { text: number, under: [subject] }
}

// A nought among figures is there for the sum's sake and should not be read first.
function paidCell(facts: DunningLetterFacts, item: DunningItem): Cell {
  const paid = paidOf(item)
  return paid === ZERO ? { text: written(facts, paid), quiet: true } : { text: written(facts, paid) }
}

function paidOf({ amount, open }: DunningItem): Minor {
  return subtract(amount, open)
}

const PARTS = [
  ['partInterest', 'interest'],
  ['partCharges', 'charges'],
  ['partCosts', 'costs'],
  ['partFee', 'fee'],
] as const satisfies readonly (readonly [TextKey, keyof DunningLetterFacts['parts']])[]

function partRows(facts: DunningLetterFacts, text: Text): TableRow[] {
  return PARTS.filter(([, part]) => facts.parts[part] !== ZERO).map(([key, part]) => ({
    kind: 'line',
    cells: [
      part === 'interest' ? interestName(facts, text) : text(key),
      '',
      '',
      '',
      '',
      written(facts, facts.parts[part]),
    ].map(cellOf),
  }))
}

function interestName({ interestUntil, language }: DunningLetterFacts, text: Text): string {
  return interestUntil === undefined
    ? text('partInterest')
    : text('partInterestUntil', { day: formatDay(interestUntil, language) })
}

function cellOf(text: string): Cell {
  return { text }
}

function written({ currency, language }: DunningLetterFacts, amount: Minor): string {
  return formatMoney(amount, currency, language)
}
