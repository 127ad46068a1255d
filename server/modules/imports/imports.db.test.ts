import { readFile, readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { type Ground, inContext } from '../../http/index.ts'
import { blobContent, loadDocument } from '../documents/index.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { importAnswer } from './answer.ts'
import { listImports } from './import.ts'
import { saveMapping, startImport } from './mapping.ts'
import { type Upload, receiveFiles } from './receive.ts'
import { runImport } from './run.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
})
afterAll(() => database.drop())

const file = (name: string, text: string): Upload => ({ name, bytes: Buffer.from(text) })

async function receive(
  files: readonly Upload[],
  principal = house.owner,
  practice: string | undefined = house.practices[0],
) {
  return receiveFiles(house.ground, principal, practice, each(files))
}

const answer = (id: string, principal = house.owner) =>
  house.run((context) => importAnswer(context, id, { after: 0, limit: 1_000 }, 'de'), principal)

const HEAD = 'Rechnungsnummer;Rechnungsdatum;Fällig am;Betrag;Vorname;Nachname;Straße;PLZ;Ort;Land;Währung'
const row = (number: string, changes: Partial<Record<'issued' | 'due' | 'amount', string>> = {}) =>
  [
    number,
    changes.issued ?? '02.08.2026',
    changes.due ?? '16.08.2026',
    changes.amount ?? '184,50',
    'Jonas',
    'Weber',
    'Lindenweg 4',
    '10115',
    'Berlin',
    'DE',
    'EUR',
  ].join(';')
const table = (...rows: readonly string[]) => [HEAD, ...rows].join('\n')

async function tableImport(text: string): Promise<string> {
  const [id] = await receive([file('liste.csv', text)])
  return id ?? ''
}

async function run(id: string, ground: Ground = house.ground): Promise<void> {
  await house.run((context) => startImport(context, id))
  await runImport(ground, { tenantId: house.tenantId, importId: id })
}

async function count(what: 'invoices' | 'events' | 'transfers' | 'documents', like: string): Promise<number> {
  return house.run(async (context) => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM invoices i ${
        what === 'invoices'
          ? sql``
          : sql`JOIN ${sql.table(what)} x ON x.tenant_id = i.tenant_id
        AND ${what === 'events' ? sql`x.stream_id` : sql`x.invoice_id`} = i.id`
      }
      WHERE i.tenant_id = ${context.tenantId} AND i.number LIKE ${like}`.execute(context.trx)
    return rows[0]?.count ?? -1
  })
}

const EXAMPLES = `${import.meta.dirname}/../../../examples/invoices`

async function example(name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  return { name, bytes: await readFile(`${EXAMPLES}/${name}`) }
}

test('a table waits, shows what it would bring, and is recorded when it is started', async () => {
  const id = await tableImport(table(row('T-1'), row('T-2', { due: '' }), row('T-3', { amount: 'viel' })))
  const before = await answer(id)
  expect(before).toMatchObject({ kind: 'table', state: 'waiting', total: 3, name: 'liste.csv', lines: [] })
  expect(before.table).toMatchObject({
    suggested: true,
    questions: [],
    preview: { rows: 3, ready: 2, refused: 1, dueFromTerms: 1 },
  })
  expect(before.table?.preview.firstRefused[0]?.refusals?.[0]).toMatchObject({
    code: 'amount_unreadable',
    place: 'Betrag',
  })
  await run(id)
  const after = await answer(id)
  expect(after).toMatchObject({ state: 'done', worked: 3, accepted: 2, refused: 1, alreadyThere: 0 })
  expect(after.lines.map(({ name, outcome, dueFromTerms }) => [name, outcome, dueFromTerms])).toEqual([
    ['T-1', 'accepted', false],
    ['T-2', 'accepted', true],
    ['T-3', 'refused', false],
  ])
  expect(after.lines[2]?.refusals[0]?.detail).toContain('Betrag')
  const due = await house.run(async (context) => {
    const { rows } = await sql<{ due: string }>`
      SELECT due_date AS due FROM invoices WHERE tenant_id = ${context.tenantId} AND number = 'T-2'`.execute(
      context.trx,
    )
    return rows[0]?.due
  })
  expect(due).toBe('2026-08-16')
})

test('the same table again is already there', async () => {
  const text = table(row('A-1'), row('A-2'))
  await run(await tableImport(text))
  const again = await tableImport(text)
  await run(again)
  expect(await answer(again)).toMatchObject({ accepted: 0, alreadyThere: 2 })
  expect(await count('transfers', 'A-%')).toBe(2)
})

test('the same table twice at the same moment records each row once', async () => {
  const rows = Array.from({ length: 2_500 }, (_unused, index) => row(`Q-${index}`))
  const [one, other] = [await tableImport(table(...rows)), await tableImport(table(...rows.toReversed()))]
  await Promise.all([run(one), run(other)])
  const answers = [await answer(one), await answer(other)]
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2_500)
  expect(answers.reduce((sum, { alreadyThere }) => sum + alreadyThere, 0)).toBe(2_500)
  expect([await count('invoices', 'Q-%'), await count('events', 'Q-%'), await count('transfers', 'Q-%')]).toEqual([
    2_500, 2_500, 2_500,
  ])
})

test('an import that two processes work is recorded once and ends once', async () => {
  const id = await tableImport(table(...Array.from({ length: 3_200 }, (_unused, index) => row(`W-${index}`))))
  await house.run((context) => startImport(context, id))
  const job = { tenantId: house.tenantId, importId: id }
  await Promise.all([runImport(house.ground, job), runImport(house.ground, job)])
  expect(await answer(id)).toMatchObject({ state: 'done', worked: 3_200, accepted: 3_200, alreadyThere: 0, refused: 0 })
})

test('an import that was cut off goes on behind its last kept chunk', async () => {
  const id = await tableImport(table(...Array.from({ length: 2_300 }, (_unused, index) => row(`R-${index}`))))
  let ids = 0
  const dying: Ground = {
    ...house.ground,
    newId: () => {
      ids += 1
      if (ids > 5_500) throw new Error('killed')
      return house.ground.newId()
    },
  }
  await expect(run(id, dying)).rejects.toThrow('killed')
  const halfway = await answer(id)
  expect(halfway).toMatchObject({ state: 'running', worked: 1_000, accepted: 1_000 })
  await runImport(house.ground, { tenantId: house.tenantId, importId: id })
  expect(await answer(id)).toMatchObject({ state: 'done', worked: 2_300, accepted: 2_300, alreadyThere: 0 })
  expect(await count('transfers', 'R-%')).toBe(2_300)
})

test('a table whose columns nobody can guess waits for a person', async () => {
  const text = 'A;B;C;D;E\nX-1;02.08.2026;100,00;Weber;DE\nX-2;03.08.2026;50,00;Klein;DE'
  const id = await tableImport(text)
  expect((await answer(id)).table?.questions.length).toBeGreaterThan(0)
  await expect(house.run((context) => startImport(context, id))).rejects.toMatchObject({
    refusal: { code: 'mapping_incomplete' },
  })
  const mapping = { columns: { number: 0, issueDate: 1, total: 2, name: 3, country: 4 }, given: { currency: 'EUR' } }
  await house.run((context) => saveMapping(context, id, mapping))
  expect((await answer(id)).table).toMatchObject({ suggested: false, questions: [], preview: { ready: 2 } })
  await run(id)
  expect(await answer(id)).toMatchObject({ state: 'done', accepted: 2 })
  await expect(house.run((context) => saveMapping(context, id, mapping))).rejects.toMatchObject({ status: 409 })
})

test('a mapping to a column that is not there is refused', async () => {
  const id = await tableImport(table(row('M-1')))
  const far = house.run((context) => saveMapping(context, id, { columns: { number: 99 } }))
  await expect(far).rejects.toMatchObject({
    refusal: { code: 'mapping_column_unknown', facts: { column: 100, columns: 11 } },
  })
})

test('files are told apart: e-invoices recorded with their original, a table waiting, nonsense refused with its place', async () => {
  const invoices = await Promise.all((await exampleNames()).map(example))
  const ids = await receive([...invoices, file('kaputt.xml', '<a><b></a>'), file('liste.csv', table(row('F-1')))])
  expect(ids).toHaveLength(2)
  const files = await answer(ids[0] ?? '')
  expect(files).toMatchObject({ kind: 'files', state: 'done', worked: invoices.length + 1 })
  expect(files.lines.at(-1)).toMatchObject({
    name: 'kaputt.xml',
    outcome: 'refused',
    refusals: [{ code: 'not_well_formed' }],
  })
  const said = files.lines.map(({ name, outcome, refusals }) => [name, refusals[0]?.code ?? outcome])
  expect(said).toEqual([
    ['01.01a-INVOICE_ubl.xml', 'accepted'],
    // The same invoice in the other syntax.
    ['01.01a-INVOICE_uncefact.xml', 'already_there'],
    ['EN16931_Physiotherapeut.ubl.xml', 'accepted'],
    ['fx__EN16931_Einfach_DueDate.pdf', 'accepted'],
    ['fx__XRECHNUNG_Einfach.pdf', 'already_there'],
    ['v1__intarsys__ZUGFeRD_1p0_COMFORT_Einfach.pdf', 'accepted'],
    ['v2-fail__mustang__factur-x-invalid-xml-encoding-attribute.pdf', 'not_well_formed'],
    ['v61__ebinterface_6p1_sample_ecosio.xml', 'due_before_invoice'],
    ['zfcsharp__dummy.pdf', 'pdf_without_invoice'],
    ['zfcsharp__maxRechnung_creditnote.xml', 'credit_note_not_claim'],
    ['kaputt.xml', 'not_well_formed'],
  ])
  const accepted = files.lines.filter(({ outcome }) => outcome === 'accepted')
  expect(
    accepted.every(({ documentId, invoiceNumber }) => documentId !== undefined && invoiceNumber !== undefined),
  ).toBe(true)
  const [first] = accepted
  expect(await originalOf(first?.documentId ?? '')).toEqual((await example(first?.name ?? '')).bytes)
  const again = await answer((await receive(invoices))[0] ?? '')
  expect(again).toMatchObject({ accepted: 0, alreadyThere: files.accepted + files.alreadyThere })
})

async function originalOf(documentId: string): Promise<Uint8Array> {
  return house.run(async (context) => {
    const { sha256 } = await loadDocument(context, documentId)
    return blobContent(context, Buffer.from(sha256, 'hex'))
  })
}

async function exampleNames(): Promise<string[]> {
  const names = await readdir(EXAMPLES)
  return names.filter((name) => /\.(xml|pdf)$/.test(name)).toSorted()
}

test('where the sender breaks off, what came until then is recorded and told', async () => {
  const physio = await example('EN16931_Physiotherapeut.ubl.xml')
  async function* broken(): AsyncGenerator<Upload> {
    yield { ...physio, bytes: Buffer.from(physio.bytes.toString().replaceAll('R18-31', 'R18-77')) }
    throw new Error('connection lost')
  }
  await expect(receiveFiles(house.ground, house.owner, house.practices[0], broken())).rejects.toThrow('connection lost')
  const [latest] = await house.run((context) => listImports(context, 1))
  expect(latest).toMatchObject({ kind: 'files', state: 'done', accepted: 1 })
})

test('another tenant and another practice see no import', async () => {
  const [id = ''] = await receive([file('liste.csv', table(row('S-1')))], house.owner, house.practices[1])
  await expect(answer(id, house.limited)).rejects.toMatchObject({ status: 404 })
  const other = await openHouse(database.db)
  const foreign = other.run((context) => importAnswer(context, id, { after: 0, limit: 10 }, 'de'))
  await expect(foreign).rejects.toMatchObject({ status: 404 })
})

test('with several practices one must be named, a foreign one is not found', async () => {
  const one = [file('liste.csv', table(row('N-1')))]
  const none = receiveFiles(house.ground, house.owner, undefined, each(one))
  await expect(none).rejects.toMatchObject({ refusal: { code: 'practice_needed' } })
  await expect(receive(one, house.limited, house.practices[1])).rejects.toMatchObject({ status: 404 })
  await expect(receiveFiles(house.ground, house.limited, undefined, each(one))).resolves.toHaveLength(1)
})

async function* each(files: readonly Upload[]): AsyncGenerator<Upload> {
  yield* files
}

test('what runs in the background sees no more than the one who started it', async () => {
  const text = table(row('L-1'))
  await run(await tableImport(text.replace('L-1', 'L-0')))
  const [secret = ''] = await receive([file('liste.csv', text)], house.owner, house.practices[1])
  await run(secret)
  const [id = ''] = await receive([file('liste.csv', text)], house.limited)
  await house.run((context) => startImport(context, id), house.limited)
  await runImport(house.ground, { tenantId: house.tenantId, importId: id })
  const line = (await answer(id, house.limited)).lines[0]
  expect(line).toMatchObject({ outcome: 'already_there' })
  expect(line?.invoiceId).toBeUndefined()
  const kept = await inContext(house.ground, systemPrincipal(house.tenantId), async (context) => {
    const { rows } = await sql<{ id: string | null }>`
      SELECT invoice_id AS id FROM import_lines WHERE tenant_id = ${context.tenantId} AND import_id = ${id}`.execute(
      context.trx,
    )
    return rows[0]?.id
  })
  expect(kept).toBeNull()
})
