import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PARTNERS, partnerConformance } from './index.ts'

describe('every partner', () => {
  it('has a folder and a line in the index', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(PARTNERS.map((partner) => partner.key).toSorted()).toEqual(folders.map((folder) => folder.name).toSorted())
  })

  it.each(PARTNERS)('$key passes the suite for partners', async (partner) => {
    const results = await partnerConformance(partner)
    expect(results.filter((result) => !result.passed)).toEqual([])
    expect(results.length).toBeGreaterThanOrEqual(11)
  })
})
