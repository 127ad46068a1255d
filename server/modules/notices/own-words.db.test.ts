import { addDays } from '@mahnwerk/core/calendar'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { closeLetters } from '../../letters/index.ts'
import { readPdf } from '../../letters/testing/index.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { writeNotice } from '../dunning/index.ts'
import { recordInvoices } from '../invoices/index.ts'
import { changeLetterhead, changeLogo, saveTemplate, standardWords } from '../letter-templates/index.ts'
import { setLetters } from './index.ts'
import { previewMail } from './preview.ts'
import { previewTemplate, previewTemplatePdf } from './template-preview.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  await closeLetters()
})
beforeEach(async () => {
  house = await openHouse(database.db)
})

const FIRST = { language: 'de', kind: 'reminder', audience: 'consumer' } as const
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#7a1f2b"/></svg>'
const HEAD = {
  accent: '#7a1f2b',
  bank: 'Stadtsparkasse',
  register: 'HRB 4711',
  directors: 'Leitung: A. Berger',
  more: [],
}

const invoice = (number: string) =>
  house.run(async (context) => {
    const dueDate = addDays(context.today, -60)
    const draft = draftOf(number, { dueDate, invoiceDate: addDays(dueDate, -14) })
    const [outcome] = await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [
      { ...draft, debtor: { ...draft.debtor, email: 'jonas@debtor.example' } },
    ])
    if (outcome?.outcome !== 'accepted') throw new Error('the invoice is recorded')
    return outcome.invoiceId
  })

const notice = async (number: string) => {
  const invoiceId = await invoice(number)
  const id = await house.run((context) => writeNotice(context, invoiceId, { early: true }))
  await setLetters(house.ground, { tenantId: house.tenantId })
  return kept(id)
}

const kept = (id: string) =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{
      id: string
      template: number | null
      head: number | null
      content: Buffer
      html: string
    }>`
      SELECT n.id, t.version AS template, h.version AS head, b.content, m.body_html AS html
      FROM notices n
      LEFT JOIN letter_templates t ON t.tenant_id = n.tenant_id AND t.id = n.template_id
      LEFT JOIN letterheads h ON h.tenant_id = n.tenant_id AND h.id = n.letterhead_id
      JOIN documents d ON d.tenant_id = n.tenant_id AND d.id = n.document_id
      JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
      LEFT JOIN mails m ON m.tenant_id = n.tenant_id AND m.notice_id = n.id
      WHERE n.tenant_id = ${tenantId} AND n.id = ${id}`.execute(trx)
    if (rows[0] === undefined) throw new Error('the letter is set')
    return rows[0]
  })

const save = (opening: string, version: number) =>
  house.run((context) =>
    saveTemplate(context, FIRST, { words: { ...standardWords(FIRST), opening }, version, both: false }, 'de'),
  )

describe('a letter', () => {
  test('goes out in the words and on the letterhead of its day, says which, and stays as it was', async () => {
    const before = await notice('RE-1')
    expect(before).toMatchObject({ template: null, head: null })
    await save('Liebe Post: {invoices}, {total}, {term}.', 0)
    await house.run((context) => changeLetterhead(context, 0, HEAD))
    await house.run((context) => changeLogo(context, 1, Buffer.from(SVG)))
    const own = await notice('RE-2')
    expect(own).toMatchObject({ template: 1, head: 2 })
    const { text } = await readPdf(own.content)
    for (const said of ['Liebe Post: die Rechnung RE-2', 'HRB 4711', 'Leitung: A. Berger']) {
      expect(text).toContain(said)
      expect(own.html).toContain(said)
    }
    expect(own.html).toContain('#7a1f2b')
    await save('Neu: {invoices}, {total}, {term}.', 1)
    const later = await notice('RE-3')
    expect(later).toMatchObject({ template: 2, head: 2 })
    expect((await readPdf(later.content)).text).toContain('Neu: die Rechnung RE-3')
    expect(await kept(own.id)).toEqual(own)
    expect(await kept(before.id)).toEqual(before)
  })

  test('is previewed in the own words, by everybody who previews it', async () => {
    await save('Liebe Post: {invoices}, {total}, {term}.', 0)
    const invoiceId = await invoice('RE-1')
    const { text } = await house.run((context) => previewMail(context, { invoiceId, level: 0 }))
    expect(text).toContain('Liebe Post: die Rechnung RE-1')
  })
})

describe('words that nobody saved', () => {
  const words = { ...standardWords(FIRST), opening: 'Probe {invoices} {summe}' }

  test('are seen on an invoice, with what is wrong, and what is not known stands there as a question', async () => {
    const invoiceId = await invoice('RE-9')
    const { mail, judgement } = await house.run((context) =>
      previewTemplate(context, { ...FIRST, words, invoiceId }, 'de'),
    )
    expect(mail?.text).toContain('Probe die Rechnung RE-9')
    expect(mail?.text).toContain('[summe?]')
    expect(judgement.faults).toMatchObject([
      { code: 'template_placeholder_mistaken', field: 'opening', name: 'summe', suggestion: 'total' },
    ])
    const make = await house.run((context) => previewTemplatePdf(context, { ...FIRST, words, invoiceId }))
    expect((await readPdf(await make())).text).toContain('Probe die Rechnung RE-9 vom 01.08.2026 [summe?]')
  })

  test('are seen on a letter that went out, by its own number, and as any other letter', async () => {
    const { id } = await notice('RE-1')
    const asked = { language: 'en', kind: 'last', audience: 'business', noticeId: id } as const
    const { mail } = await house.run((context) => previewTemplate(context, asked, 'de'))
    expect(mail?.subject).toBe('Final notice M-2026-0001')
    const foreign = house.run((context) => previewTemplate(context, asked, 'de'), {
      ...house.limited,
      practices: [house.practices[1]],
    })
    await expect(foreign).rejects.toThrow('notice_not_found')
  })

  test('are judged without any invoice', async () => {
    const { mail, judgement } = await house.run((context) => previewTemplate(context, { ...FIRST, words }, 'en'))
    expect(mail).toBeNull()
    expect(judgement.faults[0]?.detail).toContain('You probably mean {total}')
    const pdf = house.run((context) => previewTemplatePdf(context, { ...FIRST, words }))
    await expect(pdf).rejects.toThrow('letter_preview_of_nothing')
  })

  test('are seen on a letterhead that nobody saved either', async () => {
    const invoiceId = await invoice('RE-1')
    const seen = (accent: string) =>
      house.run((context) => previewTemplate(context, { ...FIRST, invoiceId, letterhead: { ...HEAD, accent } }, 'de'))
    expect((await seen('#123456')).mail?.html).toContain('#123456')
    await expect(seen('#ffffaa')).rejects.toThrow('letterhead_colour_too_light')
  })
})
