import { COUNTRIES } from '@mahnwerk/core/countries'
import { describe, expect, it } from 'vitest'
import { CALCULATORS, placeAt, placeOf } from './places.ts'

describe('the addresses of the calculators', () => {
  it('lead back to country and calculator', () => {
    for (const country of COUNTRIES)
      for (const calculator of CALCULATORS)
        expect(placeAt(placeOf(country, calculator))).toEqual({ kind: 'calculator', country, calculator })
  })

  it('say so where nothing lies', () => {
    expect(placeAt('/rechner')).toEqual({ kind: 'start' })
    for (const path of ['/rechner/xx', '/rechner/de/lotto', '/rechner/de/zinsen/mehr', '/rechner/DE'])
      expect(placeAt(path)).toEqual({ kind: 'nowhere' })
  })
})
