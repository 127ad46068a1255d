// The filters of the invoice list as sentences. Field and operator together name a filter of the API.

import { parseDay } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import type { Format, Text } from '../../texts/index.ts'
import type { Filter, FilterField } from '../../ui/index.ts'

export function invoiceFilterFields(text: Text, format: Format): readonly FilterField[] {
  const money = (value: string): string => format.money({ amount: minor(Number(value)), currency: EUR })
  const day = (value: string): string => {
    const parsed = parseDay(value)
    return parsed === undefined ? value : format.day(parsed)
  }
  return [
    {
      id: 'days',
      label: text('filter.daysOverdue'),
      kind: 'number',
      unit: text('filter.daysUnit'),
      operators: [{ id: 'min', label: '≥' }],
      write: (value) => text.count('filter.days', Number(value)),
    },
    {
      id: 'amount',
      label: text('filter.amount'),
      kind: 'amount',
      operators: [
        { id: 'min', label: '≥' },
        { id: 'max', label: '≤' },
      ],
      write: money,
    },
    {
      id: 'due',
      label: text('filter.dueDate'),
      kind: 'day',
      operators: [
        { id: 'from', label: text('filter.from') },
        { id: 'to', label: text('filter.until') },
      ],
      write: day,
    },
    {
      id: 'words',
      label: text('filter.words'),
      kind: 'text',
      operators: [{ id: 'all', label: text('filter.contains') }],
      write: (value) => `„${value}“`,
    },
    {
      id: 'marker',
      label: text('filter.marker'),
      kind: 'choice',
      operators: [{ id: 'is', label: '=' }],
      write: (value) => text(markerKey(value)),
      choices: MARKERS.map((value) => ({ value, label: text(markerKey(value)) })),
    },
    {
      id: 'level',
      label: text('filter.level'),
      kind: 'choice',
      operators: [{ id: 'is', label: '=' }],
      write: (value) => value,
      choices: ['0', '1', '2', '3'].map((value) => ({ value, label: value })),
    },
  ]
}

/** What each filter is called in the API's query. */
const QUERY_NAMES: Readonly<Record<string, string>> = {
  'days.min': 'overdueDaysMin',
  'amount.min': 'amountMin',
  'amount.max': 'amountMax',
  'due.from': 'dueFrom',
  'due.to': 'dueTo',
  'words.all': 'q',
  'marker.is': 'marker',
  'level.is': 'level',
}

export function filterQuery(filters: readonly Filter[]): Readonly<Record<string, string>> {
  const named = filters.map(({ field, operator, value }) => [QUERY_NAMES[`${field}.${operator}`], value] as const)
  return Object.fromEntries(named.filter((entry): entry is readonly [string, string] => entry[0] !== undefined))
}

/** Which filters an address may carry, without their words. */
export const FILTER_OPERATORS = Object.entries(
  Object.groupBy(Object.keys(QUERY_NAMES), (name) => name.split('.')[0] ?? ''),
).map(([id, names = []]) => ({
  id,
  operators: names.map((name) => ({ id: name.split('.')[1] ?? '', label: '' })),
}))

const MARKERS = ['hold', 'promised', 'disputed', 'clarification'] as const

function markerKey(value: string): `mark.${(typeof MARKERS)[number]}` {
  return `mark.${MARKERS.find((known) => known === value) ?? 'hold'}`
}
