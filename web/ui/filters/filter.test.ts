import { describe, expect, it } from 'vitest'
import { filterFromText, filterToText } from './filter.ts'

const FIELDS = [
  { id: 'days', operators: [{ id: 'min', label: '≥' }] },
  { id: 'words', operators: [{ id: 'all', label: 'alle' }] },
]

describe('a filter in an address', () => {
  it('comes back as it was written, also with points in its value', () => {
    const filter = { field: 'words', operator: 'all', value: 'Dr. Weber & Co.' }
    expect(filterFromText(filterToText(filter), FIELDS)).toEqual(filter)
  })

  it('is dropped where the field or the comparison is not known', () => {
    expect(filterFromText('colour.is.red', FIELDS)).toBeUndefined()
    expect(filterFromText('days.max.3', FIELDS)).toBeUndefined()
    expect(filterFromText('days.min.', FIELDS)).toBeUndefined()
  })
})
