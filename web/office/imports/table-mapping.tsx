// Which column of a table is what. The proposal comes from the heads; what only a person can say is asked; below stand the
// first rows as they would be read.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import type { TextKey } from '../../texts/index.ts'
import { useFormat, useText } from '../../texts/index.ts'
import { Amount, Button, Day, Note, Row, SelectField, Sheet, Stack, StatusTag, ScrollBox } from '../../ui/index.ts'
import type { ToldRefusal } from './imported-file.ts'
import styles from './imports.module.css'

export const FIELDS = [
  'number',
  'issueDate',
  'dueDate',
  'open',
  'paid',
  'total',
  'net',
  'currency',
  'company',
  'salutation',
  'firstName',
  'lastName',
  'name',
  'contactPerson',
  'street',
  'houseNumber',
  'extra',
  'postCode',
  'city',
  'postCodeAndCity',
  'country',
  'email',
  'phone',
  'vatId',
  'customerNumber',
  'subject',
  'serviceDate',
  'serviceFrom',
  'serviceTo',
  'birthDate',
  'dunningLevel',
  'lastNoticeOn',
] as const
export type MappedField = (typeof FIELDS)[number]

export type Mapping = {
  /** Column by field, counted from 0. */
  readonly columns: Readonly<Partial<Record<MappedField, number>>>
  readonly decimalMarks?: Readonly<Partial<Record<MappedField, 'comma' | 'point'>>> | undefined
  readonly dayOrders?: Readonly<Partial<Record<MappedField, 'day-first' | 'month-first'>>> | undefined
  readonly given?: { readonly currency?: string | undefined; readonly country?: string | undefined } | undefined
}

export type MappingQuestion = {
  readonly code: 'which_column' | 'which_decimal_mark' | 'which_day_order' | 'which_currency' | 'which_country'
  readonly field?: MappedField | undefined
  readonly sample?: string | undefined
}

export type PreviewRow = { readonly row: number; readonly name: string } & (
  | {
      readonly ok: true
      readonly debtorName: string
      readonly invoiceDate: LocalDate
      readonly dueDate: LocalDate
      readonly amount: Money
    }
  | { readonly ok: false; readonly refusals: readonly ToldRefusal[] }
)

export type MappingStep = {
  readonly id: string
  readonly fileName: string
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly questions: readonly MappingQuestion[]
  readonly preview: readonly PreviewRow[]
  readonly ready: number
  readonly refused: number
  readonly busy: boolean
  readonly onMapping: (mapping: Mapping) => void
  readonly onImport: () => void
}

export function TableMapping(step: MappingStep) {
  const { questions, ready, refused } = step
  const text = useText()
  const missing = questions.filter((question) => question.code === 'which_column')
  const waiting =
    questions.length > 0
      ? text.count('mapping.open', questions.length)
      : ready === 0
        ? text('mapping.nothingReady')
        : undefined
  return (
    <Sheet title={text('mapping.title', { name: step.fileName })} lead={text('mapping.lead')}>
      <Stack>
        <ColumnTable {...step} />
        {missing.length === 0 ? null : (
          <Note tone="warn">
            {text('mapping.missing', {
              what: missing.map(({ field }) => (field === undefined ? '' : text(`mapping.field.${field}`))).join(', '),
            })}
          </Note>
        )}
        <Questions {...step} />
        <Preview rows={step.preview} />
        <Row end>
          <span className="small muted" aria-live="polite">
            {waiting ?? (refused === 0 ? '' : text.count('mapping.refused', refused))}
          </span>
          <Button kind="primary" busy={step.busy} reason={waiting} onClick={step.onImport}>
            {text.count('mapping.import', ready)}
          </Button>
        </Row>
      </Stack>
    </Sheet>
  )
}

function ColumnTable({ header, sample, mapping, onMapping }: MappingStep) {
  const text = useText()
  const meaning = (column: number): MappedField | undefined => FIELDS.find((field) => mapping.columns[field] === column)
  const choose = (column: number, field: string): void => {
    const others = Object.entries(mapping.columns).filter(([name, at]) => at !== column && name !== field)
    onMapping({ ...mapping, columns: Object.fromEntries(field === '' ? others : [...others, [field, column]]) })
  }
  const choices = [
    { value: '', label: text('mapping.none') },
    ...FIELDS.map((field) => ({ value: field, label: text(`mapping.field.${field}`) })),
  ]
  return (
    <ScrollBox className={styles.table} label={text('mapping.columns')}>
      <table>
        <caption className="hidden">{text('mapping.columns')}</caption>
        <thead>
          <tr>
            {header.map((head, column) => (
              <th key={column} scope="col">
                {head}
                <SelectField
                  className={styles.choose ?? ''}
                  aria-label={text('mapping.meaning', { column: head })}
                  data={choices}
                  value={meaning(column) ?? ''}
                  onChange={(event) => choose(column, event.target.value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, 3).map((cells, row) => (
            <tr key={row}>
              {header.map((_, column) => (
                <td key={column} className={meaning(column) === undefined ? styles.unused : undefined}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Questions({ questions, mapping, onMapping }: MappingStep) {
  const asked = questions.filter((question) => question.code !== 'which_column')
  if (asked.length === 0) return null
  return (
    <div className={styles.questions}>
      {asked.map((question) => (
        <Question
          key={`${question.code}${question.field ?? ''}`}
          question={question}
          mapping={mapping}
          onMapping={onMapping}
        />
      ))}
    </div>
  )
}

const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD'] as const
const COUNTRIES = ['DE', 'AT', 'CH', 'NL'] as const

function Question({
  question,
  mapping,
  onMapping,
}: {
  question: MappingQuestion
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
}) {
  const text = useText()
  const { code, field, sample = '' } = question
  const pick = (
    label: string,
    options: readonly { value: string; label: string }[],
    take: (value: string) => Mapping,
  ) => (
    <SelectField
      label={label}
      data={[{ value: '', label: text('mapping.choose') }, ...options]}
      value=""
      onChange={(event) => event.target.value !== '' && onMapping(take(event.target.value))}
    />
  )
  const named = field === undefined ? '' : text(`mapping.field.${field}`)
  const options = (values: readonly string[], key: (value: string) => TextKey | undefined) =>
    values.map((value) => ({ value, label: wordOf(key(value), value, text) }))
  switch (code) {
    case 'which_column':
      return null
    case 'which_decimal_mark':
      return pick(
        text('mapping.ask.decimal', { field: named, sample }),
        [
          { value: 'comma', label: text('mapping.comma') },
          { value: 'point', label: text('mapping.point') },
        ],
        (value) => ({
          ...mapping,
          decimalMarks: { ...mapping.decimalMarks, ...(field === undefined ? {} : { [field]: value }) },
        }),
      )
    case 'which_day_order':
      return pick(
        text('mapping.ask.dayOrder', { field: named, sample }),
        [
          { value: 'day-first', label: text('mapping.dayFirst') },
          { value: 'month-first', label: text('mapping.monthFirst') },
        ],
        (value) => ({
          ...mapping,
          dayOrders: { ...mapping.dayOrders, ...(field === undefined ? {} : { [field]: value }) },
        }),
      )
    case 'which_currency':
      return pick(
        text('mapping.ask.currency'),
        options(CURRENCIES, () => undefined),
        (currency) => ({ ...mapping, given: { ...mapping.given, currency } }),
      )
    case 'which_country':
      return pick(
        text('mapping.ask.country'),
        options(COUNTRIES, (value) => `country.${COUNTRIES.find((known) => known === value) ?? 'DE'}`),
        (country) => ({ ...mapping, given: { ...mapping.given, country } }),
      )
  }
}

function wordOf(key: TextKey | undefined, value: string, text: ReturnType<typeof useText>): string {
  return key === undefined ? value : text(key)
}

function Preview({ rows }: { rows: readonly PreviewRow[] }) {
  const text = useText()
  const { number } = useFormat()
  if (rows.length === 0) return null
  return (
    <ScrollBox className={styles.table} label={text('mapping.preview')}>
      <table>
        <caption className="hidden">{text('mapping.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('mapping.row')}</th>
            <th scope="col">{text('field.number')}</th>
            <th scope="col">{text('invoices.debtor')}</th>
            <th scope="col">{text('field.invoiceDate')}</th>
            <th scope="col">{text('field.dueDate')}</th>
            <th scope="col" className="num">
              {text('invoices.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 8).map((row) => (
            <tr key={row.row}>
              <td className="muted">{number(row.row)}</td>
              <td>{row.name}</td>
              {row.ok ? (
                <>
                  <td>{row.debtorName}</td>
                  <td>
                    <Day of={row.invoiceDate} />
                  </td>
                  <td>
                    <Day of={row.dueDate} />
                  </td>
                  <td className="num">
                    <Amount of={row.amount} />
                  </td>
                </>
              ) : (
                <td colSpan={4}>
                  <StatusTag tone="stop">{text('import.refused')}</StatusTag> {row.refusals[0]?.title}.{' '}
                  {row.refusals[0]?.detail}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
