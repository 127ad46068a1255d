import { describe, expect, it } from 'vitest'
import { currentItem } from './current-item.ts'

const item = (href: string) => ({ href, label: href, icon: null })
const GROUPS = [
  { id: 'all', items: [item('/'), item('/rechnungen'), item('/einstellungen'), item('/einstellungen/inkasso')] },
]

describe('the current item of the navigation', () => {
  it('is the one whose address the path begins with', () => {
    expect(currentItem(GROUPS, '/rechnungen/7/forderung-anlegen')?.href).toBe('/rechnungen')
  })

  it('is the longest one where several fit', () => {
    expect(currentItem(GROUPS, '/einstellungen/inkasso')?.href).toBe('/einstellungen/inkasso')
    expect(currentItem(GROUPS, '/einstellungen/sicherheit')?.href).toBe('/einstellungen')
  })

  it('is the start page only on the start page, and none on an unknown path', () => {
    expect(currentItem(GROUPS, '/')?.href).toBe('/')
    expect(currentItem(GROUPS, '/hilfe')).toBeUndefined()
    expect(currentItem(GROUPS, '/rechnungen-alt')).toBeUndefined()
  })
})
