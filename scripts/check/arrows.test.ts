import { expect, test } from 'vitest'
import { arrowFaults } from './arrows.ts'
import { importsOf } from './imports.ts'

const importing = (specifier: string) => `import { thing } from '${specifier}'`

const ALLOWED: readonly (readonly [file: string, source: string])[] = [
  ['core/claims/open.ts', importing('../money/index.ts')],
  ['core/claims/open.test.ts', importing('vitest')],
  ['core/claims/open.ts', `// new Date() and import('node:fs') are forbidden here\nexport const text = 'a // b'`],
  ['core/calendar/days.ts', 'new Date(time).toISOString()'],
  ['formats/camt/read.ts', importing('@mahnwerk/core/money')],
  ['connectors/protocol/client.ts', importing('@mahnwerk/formats/invoices')],
  ['server/modules/cases/store.ts', importing('../invoices/index.ts')],
  ['server/modules/cases/store.ts', importing('../../db/database.ts')],
  ['server/modules/cases/store.ts', `import type { News } from '@mahnwerk/connectors/protocol'`],
  ['server/modules/cases/store.ts', `import { type News } from '@mahnwerk/connectors/protocol'`],
  ['server/auth/sign-in.db.test.ts', importing('../modules/account/index.ts')],
  ['server/app.ts', importing('@mahnwerk/connectors/protocol')],
  ['server/app.ts', importing('./modules/cases/index.ts')],
  ['server/stories/thread.story.test.ts', importing('@mahnwerk/simulator/agency')],
  ['web/office/cases/page.tsx', importing('../../ui/table.tsx')],
  ['web/ui/amount.tsx', importing('@mahnwerk/core/money')],
  ['web/main.tsx', importing('./office/index.ts')],
  ['simulator/agency/desk.ts', importing('@mahnwerk/connectors/protocol')],
  ['cli/verify.ts', importing('@mahnwerk/server/db')],
  ['scripts/start.ts', importing('../server/db/open.ts')],
]

test.each(ALLOWED)('%s may hold: %s', (file, source) => {
  expect(arrowFaults(file, source)).toEqual([])
})

const FORBIDDEN: readonly (readonly [file: string, source: string, fault: string])[] = [
  ['core/claims/open.ts', importing('node:fs'), 'must not import node:fs'],
  ['core/claims/open.ts', importing('zod'), 'must not import the package zod'],
  ['core/claims/open.ts', importing('@mahnwerk/formats/camt'), 'must not import formats/camt/index.ts'],
  ['core/claims/open.ts', 'const now = Date.now()', 'must not use Date.now'],
  ['core/claims/open.ts', 'const now = new Date()', 'must not use new Date'],
  ['core/claims/open.ts', 'const id = Math.random()', 'must not use Math.random'],
  ['core/claims/open.ts', `const load = () => import('node:fs')`, 'must not import node:fs'],
  ['formats/camt/read.ts', importing('@mahnwerk/connectors/protocol'), 'must not import connectors'],
  ['formats/camt/read.ts', importing('../../core/money/index.ts'), 'import it as @mahnwerk/core/'],
  ['connectors/protocol/client.ts', importing('@mahnwerk/server/db'), 'must not import server'],
  [
    'server/modules/cases/store.ts',
    importing('../invoices/store.ts'),
    'only server/modules/invoices/index.ts is its door',
  ],
  ['server/modules/cases/store.ts', importing('@mahnwerk/connectors/protocol'), '(its types only)'],
  ['server/modules/cases/store.ts', importing('../../app.ts'), 'must not import server/app.ts'],
  ['server/outbox/worker.ts', importing('../modules/cases/index.ts'), 'must not import server/modules/cases/index.ts'],
  ['server/app.ts', importing('./modules/cases/store.ts'), 'is its door'],
  ['server/app.ts', importing('@mahnwerk/simulator/agency'), 'must not import simulator'],
  ['client/client.ts', importing('@mahnwerk/core/money'), 'must not import core'],
  ['web/office/page.tsx', importing('../desk/page.tsx'), 'must not import web/desk/page.tsx'],
  ['web/portal/page.tsx', importing('../office/page.tsx'), 'must not import web/office/page.tsx'],
  ['web/ui/table.tsx', importing('@mahnwerk/core/cases'), 'must not import core/cases'],
  ['web/ui/table.tsx', importing('../office/page.tsx'), 'must not import web/office/page.tsx'],
  ['web/office/page.tsx', importing('@mahnwerk/server/db'), 'must not import server'],
  ['web/office/page.tsx', importing('node:fs'), 'must not import node:fs'],
  ['simulator/world/bank.ts', importing('@mahnwerk/server/db'), 'must not import server'],
  ['cli/verify.ts', importing('@mahnwerk/web/ui'), 'must not import web/ui'],
  ['server/http/client.ts', `import {\n  one,\n  two,\n} from '../modules/cases/index.ts'`, 'must not import'],
  ['server/http/client.ts', `export { one } from '../modules/cases/index.ts'`, 'must not import'],
  ['server/http/client.ts', `import '../modules/cases/index.ts'`, 'must not import'],
]

test.each(FORBIDDEN)('%s must not hold: %s', (file, source, fault) => {
  expect(arrowFaults(file, source)).toEqual([expect.stringContaining(fault) as unknown])
})

test('imports are found in every form and told from examples in comments and texts', () => {
  const source = [
    `import type { A } from './a.ts'`,
    `import b, { type C } from './b.ts'`,
    `export * from './c.ts'`,
    `/* import x from './comment.ts' */`,
    '`\nimport y from "./template.ts"\n`',
    `const late = await import('./late.ts')`,
    `export const plain = 'from'`,
    `export type Side = 'debit' | 'credit'`,
    `import d, * as e from './d.ts'`,
    `import './effect.ts'`,
  ].join('\n')
  expect(importsOf(source)).toEqual([
    { specifier: './a.ts', typeOnly: true },
    { specifier: './b.ts', typeOnly: false },
    { specifier: './c.ts', typeOnly: false },
    { specifier: './d.ts', typeOnly: false },
    { specifier: './effect.ts', typeOnly: false },
    { specifier: './late.ts', typeOnly: false },
  ])
})
