// One row of a table by its fields, with what is wrong in it: each fault names row, column, field and value.

import { type LocalDate } from '@mahnwerk/core/calendar'
import { type Currency, type Minor, minor, parseDecimal } from '@mahnwerk/core/money'
import { type Refusal } from '@mahnwerk/core/refusals'
import { type DecimalMark, decimalOf, readAmount } from './amounts.ts'
import { type DayOrder, dayIn, readDay } from './days.ts'
import { type AmountField, type DateField, type Field } from './fields.ts'

export type RowRefusalCode =
  | 'cell_missing' // a field that every invoice needs is empty
  | 'currency_missing'
  | 'currency_unknown'
  | 'amount_unreadable'
  | 'amount_of_two_readings'
  | 'amount_too_precise' // parts of a cent
  | 'amounts_contradict' // open is not total less paid
  | 'day_unreadable'
  | 'day_of_two_readings'
  | 'dunning_level_unreadable'
  | 'number_repeated' // firstRow

/** Facts: row, column (its heading), field, value; where two cells contradict each other also `other`. */
export type RowRefusal = Refusal<RowRefusalCode>

/** How the cells of a column are read. */
export type Column = {
  readonly index: number
  readonly heading: string
  readonly decimalMark?: DecimalMark
  readonly dayOrder?: DayOrder
}

export type Columns = Readonly<Partial<Record<Field, Column>>>

export class Row {
  readonly number: number
  readonly faults: RowRefusal[] = []
  readonly #columns: Columns
  readonly #cells: readonly string[]

  constructor(number: number, columns: Columns, cells: readonly string[]) {
    this.number = number
    this.#columns = columns
    this.#cells = cells
  }

  text(field: Field): string | undefined {
    const column = this.#columns[field]
    const cell = column === undefined ? undefined : this.#cells[column.index]
    return cell === undefined || cell === '' ? undefined : cell
  }

  needed(field: Field): string | undefined {
    const text = this.text(field)
    if (text === undefined) this.fault('cell_missing', field)
    return text
  }

  day(field: DateField): LocalDate | undefined {
    const cell = this.text(field)
    if (cell === undefined) return undefined
    const read = readDay(cell)
    if (read === undefined) return this.fault('day_unreadable', field)
    return dayIn(read, this.#columns[field]?.dayOrder) ?? this.fault('day_of_two_readings', field)
  }

  amount(field: AmountField, currency: Currency): Minor | undefined {
    const cell = this.text(field)
    if (cell === undefined) return undefined
    const read = readAmount(cell)
    if (read === undefined) return this.fault('amount_unreadable', field)
    const decimal = decimalOf(read, this.#columns[field]?.decimalMark)
    if (decimal === undefined) return this.fault('amount_of_two_readings', field)
    const amount = parseDecimal(decimal, currency)
    return amount === undefined ? this.fault('amount_too_precise', field) : minor(amount)
  }

  /** Notes what is wrong and answers with nothing, so that the field stays empty. */
  fault(code: RowRefusalCode, field: Field, more: Readonly<Record<string, string | number>> = {}): undefined {
    const column = this.#columns[field]?.heading ?? ''
    this.faults.push({ code, facts: { row: this.number, column, field, value: this.text(field) ?? '', ...more } })
    return undefined
  }
}
