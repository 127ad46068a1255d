import { describe, expect, it } from 'vitest'
import { listOf, oneOf, parseSearch, stringifySearch } from './search-params.ts'

describe('the address of a list', () => {
  it('comes back as it was written', () => {
    const search = { ansicht: 'ueberfaellig', filter: ['days.min.20', 'words.all.Öztürk & Söhne'], sortierung: '-open' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
  })

  it('takes one filter as well as many', () => {
    expect(listOf(parseSearch('?filter=days.min.20')['filter'])).toEqual(['days.min.20'])
    expect(listOf(undefined)).toBeUndefined()
  })

  it('falls back to a known view where the address says nonsense', () => {
    expect(oneOf(['offen', 'alle'], 'quatsch', 'offen')).toBe('offen')
  })
})
