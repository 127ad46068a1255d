import { describe, expect, test } from 'vitest'
import { ROLES, type Right, type Role, rightsOf, rightsOfKey, roleOf } from './rights.ts'

// Spelled out once more on its own, role by role: y may, - may not.
const EXPECTED = `
                     owner accountant front_desk tax_adviser read_only agency_manager agent operator
invoices.read        y     y          y          y           y         -              -     -
invoices.write       y     y          y          -           -         -              -     -
invoices.import      y     y          y          -           -         -              -     -
invoices.write_off   y     y          -          -           -         -              -     -
dunning.run          y     y          -          -           -         -              -     -
payments.read        y     y          y          y           y         -              -     -
payments.record      y     y          y          -           -         -              -     -
cases.read           y     y          y          -           y         -              -     -
cases.answer         y     y          -          -           -         -              -     -
handover.prepare     y     y          y          -           -         -              -     -
handover.confirm     y     y          -          -           -         -              -     -
documents.read       y     y          y          y           y         -              -     -
cashbook.read        y     y          y          y           y         -              -     -
reports.read         y     y          -          y           y         -              -     -
history.read         y     y          -          -           y         -              -     -
settings.read        y     y          -          -           -         -              -     -
settings.write       y     -          -          -           -         -              -     -
users.manage         y     -          -          -           -         -              -     -
keys.manage          y     -          -          -           -         -              -     -
demo.travel          y     y          -          -           -         -              -     -
account.own          y     y          y          y           y         y              y     y
`

const [head = [], ...lines] = EXPECTED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const roles = head as Role[] // the test below holds the names against the program's
const rights = lines.map(([right]) => right as Right)

const cells = lines.flatMap(([right, ...marks]) =>
  marks.map((mark, index) => ({ role: head[index] ?? '', right: right ?? '', may: mark === 'y' })),
)

describe('the rights table', () => {
  test('names every role, and no right that nobody asked for', () => {
    expect(roles.toSorted()).toEqual([...ROLES].toSorted())
    const given = new Set(ROLES.flatMap((role) => [...rightsOf(role)]))
    expect([...given].toSorted()).toEqual(rights.toSorted())
    expect(cells).toHaveLength(roles.length * rights.length)
  })

  test.each(cells)('$role × $right: $may', ({ role, right, may }) => {
    expect(rightsOf(role as Role).has(right as Right)).toBe(may)
  })
})

test.each(ROLES)('a key of role %s may what the role may, but manage neither users nor keys', (role) => {
  const expected = [...rightsOf(role)].filter((right) => right !== 'users.manage' && right !== 'keys.manage')
  expect([...rightsOfKey(role)]).toEqual(expected)
})

test('an unknown role is no role', () => {
  expect(roleOf('owner')).toBe('owner')
  expect(roleOf('toString')).toBeUndefined()
  expect(roleOf('member')).toBeUndefined()
})
