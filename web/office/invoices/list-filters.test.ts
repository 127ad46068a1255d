import { describe, expect, it } from 'vitest'
import { filterFromText } from '../../ui/filters/filter.ts'
import { FILTER_OPERATORS, filterQuery } from './list-filters.ts'

describe('the filters of the invoice list', () => {
  it('become the query of the API', () => {
    const written = ['days.min.20', 'amount.max.5000', 'due.from.2026-07-16', 'words.all.Weber 0871', 'marker.is.hold']
    const filters = written
      .map((text) => filterFromText(text, FILTER_OPERATORS))
      .filter((filter) => filter !== undefined)
    expect(filterQuery(filters)).toEqual({
      overdueDaysMin: '20',
      amountMax: '5000',
      dueFrom: '2026-07-16',
      q: 'Weber 0871',
      marker: 'hold',
    })
  })

  it('leave out what an address invents', () => {
    expect(filterFromText('open.min.5', FILTER_OPERATORS)).toBeUndefined()
    expect(filterQuery([{ field: 'open', operator: 'min', value: '5' }])).toEqual({})
  })
})
