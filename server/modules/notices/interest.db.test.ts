import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import { EUR, ZERO, formatMoney, minor } from '@mahnwerk/core/money'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { closeLetters } from '../../letters/index.ts'
import { readPdf } from '../../letters/testing/index.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { addPolicy, writeNotice } from '../dunning/index.ts'
import { setLetters } from './index.ts'
import { previewMail } from './preview.ts'
import { previewTemplate } from './template-preview.ts'

let database: TestDatabase
let house: House
let invoiceId: string
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  const step = (level: number, interest: boolean, fee = ZERO) =>
    ({ level, afterDays: 14, channel: 'email_and_letter', fee, periodDays: 10, interest }) as const
  await house.run((context) =>
    addPolicy(context, {
      name: 'Mit Zinsen',
      currency: EUR,
      steps: [step(1, false), step(2, false), step(3, true, minor(120))],
      grouping: 'per_debtor',
      leastOpen: ZERO,
      audience: 'all',
      standard: true,
    }),
  )
  const debtor = {
    name: { kind: 'consumer', first: 'Vera', last: 'Schuld' },
    address: { street: 'Gasse 1', postCode: '10115', city: 'Berlin', country: 'DE' },
    email: 'vera@debtor.example',
  } as const
  const dunned = { level: 2, lastNoticeOn: day('2026-09-01') }
  invoiceId = await recorded(house, 'Z-1', { dunned, debtor, amount: minor(250_000) })
})
afterAll(async () => {
  await closeLetters()
  await database.drop()
})

/** The letter as it is kept: its sums, its pages and its mail. */
async function keptLetter(id: string) {
  await setLetters(house.ground, { tenantId: house.tenantId })
  return house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ fee: number; interest: number; open: number; content: Buffer; text: string }>`
      SELECT n.fee, n.interest, n.open, b.content, m.body_text AS text FROM notices n
      JOIN documents d ON d.tenant_id = n.tenant_id AND d.id = n.document_id
      JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
      JOIN mails m ON m.tenant_id = n.tenant_id AND m.notice_id = n.id
      WHERE n.tenant_id = ${tenantId} AND n.id = ${id}`.execute(trx)
    if (rows[0] === undefined) throw new Error('the letter is set')
    return rows[0]
  })
}

const euro = (amount: number): string => formatMoney(minor(amount), EUR, 'de').replaceAll('\u00a0', ' ')
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')

test('interest stands in letter and mail with its day, in the sum that is asked for, and in each look beforehand', async () => {
  const ahead = await house.run((context) => previewMail(context, { invoiceId, level: 3 }))
  const tried = await house.run((context) =>
    previewTemplate(context, { language: 'de', kind: 'last', audience: 'consumer', invoiceId }, 'de'),
  )
  const lower = await house.run((context) => previewMail(context, { invoiceId, level: 2 }))
  const { fee, interest, open, content, text } = await keptLetter(
    await house.run((context) => writeNotice(context, invoiceId, { early: false })),
  )
  expect({ fee, open }).toEqual({ fee: 120, open: 250_000 })
  expect(interest).toBeGreaterThan(0)
  const pages = plain((await readPdf(content)).text)
  for (const written of [pages, plain(text), plain(ahead.text), plain(tried.mail?.text ?? '')]) {
    expect(written).toContain('Verzugszinsen bis 14.10.2026')
    expect(written).toContain(euro(interest))
    expect(written).toContain(euro(250_000 + 120 + interest))
  }
  expect(lower.text).not.toContain('Verzugszinsen bis')
})

test('a look beforehand follows the debtor’s own policy', async () => {
  const other = await recorded(house, 'Z-2', { dunned: { level: 2, lastNoticeOn: day('2026-09-01') } })
  const look = () => house.run((context) => previewMail(context, { invoiceId: other, level: 3 }))
  expect((await look()).text).toContain('Verzugszinsen bis')
  await house.run(async (context) => {
    const step = { level: 3, afterDays: 14, channel: 'letter', fee: ZERO, periodDays: 10, interest: false } as const
    const wanted = { currency: EUR, steps: [step], grouping: 'per_debtor', leastOpen: ZERO, audience: 'all' } as const
    const { policy } = await addPolicy(context, { ...wanted, name: 'Ohne Zinsen', standard: false })
    await sql`
      UPDATE debtors SET dunning_policy_id = ${policy.id} WHERE tenant_id = ${context.tenantId}
        AND id = (SELECT debtor_id FROM invoices WHERE tenant_id = ${context.tenantId} AND id = ${other})`.execute(
      context.trx,
    )
  })
  expect((await look()).text).not.toContain('Verzugszinsen bis')
})
