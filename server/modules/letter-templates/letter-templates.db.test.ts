import type { DunningTemplate } from '@mahnwerk/core/letters'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { rightsOf } from '../../auth/rights.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Http, createHttp } from '../../http/index.ts'
import { closeLetters } from '../../letters/index.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { changeLaw } from '../settings/index.ts'
import { letterTemplateRoutes, loadCreditor, loadOwnTemplates, standardWords } from './index.ts'
import { LOGO_BYTES_MAX } from './logo.ts'

let database: TestDatabase
let house: House
let acting: Principal
let http: Http
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  await closeLetters()
})
beforeEach(async () => {
  house = await openHouse(database.db)
  acting = house.owner
  const limits = { logger: false, requestsPerMinute: 10_000, trustedProxies: [] }
  http = await createHttp({ authenticate: async () => acting, ...limits })
  letterTemplateRoutes(http, house.ground)
})
afterEach(() => http.close())

const FIRST = { language: 'de', kind: 'first', audience: 'consumer' } as const
const LAST = { language: 'nl', kind: 'last', audience: 'consumer' } as const
type Letter = { readonly language: string; readonly kind: string; readonly audience: string }

/** What the answers that are read here have between them. */
type Answer = {
  readonly code: string
  readonly detail: string
  readonly version: number
  readonly words: DunningTemplate
  readonly versions: readonly { readonly version: number; readonly words: DunningTemplate | null }[]
  readonly templates: readonly { readonly state: string }[]
  readonly judgement: {
    readonly statements: readonly { readonly made: string; readonly text: string; readonly sentence: string }[]
  }
}

async function ask(
  method: 'GET' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Answer }> {
  const given = payload === undefined ? {} : { payload }
  const answer = await http.inject({ method, url: `/api/v1/${url}`, headers, ...given })
  return { status: answer.statusCode, body: answer.json<Answer>() }
}

const urlOf = ({ language, kind, audience }: Letter) => `letter-templates/${language}/${kind}/${audience}`
const save = (which: Letter, words: DunningTemplate, version = 0, more: object = {}) =>
  ask('PUT', urlOf(which), { words, version, ...more })

async function lastEvent() {
  return house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ type: string; data: string; actor: string }>`
      SELECT type, data, actor FROM events WHERE tenant_id = ${tenantId} AND stream = 'tenant'
      ORDER BY version DESC LIMIT 1`.execute(trx)
    const { type, data = '{}', actor = '{}' } = rows[0] ?? {}
    return { type, data: JSON.parse(data) as object, actor: JSON.parse(actor) as object } // as written by appendEvents
  })
}

const byDutchLaw = () => house.run((context) => changeLaw(context, 1, { country: 'NL', lowConfidence: true }))

describe('a template', () => {
  const own = { ...standardWords(FIRST), opening: 'Für {invoices} fehlen {total}. Bitte zahlen Sie {term}.' }

  test('is ours until somebody saves another, and each version stays', async () => {
    expect((await ask('GET', urlOf(FIRST))).body).toMatchObject({ own: false, version: 0, words: standardWords(FIRST) })
    expect((await save(FIRST, own)).status).toBe(200)
    const changed = { ...own, subject: 'Bitte zahlen' }
    const { body } = await save(FIRST, changed, 1)
    expect(body).toMatchObject({ own: true, version: 2, words: changed })
    const versions = body.versions.map((each) => [each.version, each.words])
    expect(versions).toEqual([
      [2, changed],
      [1, own],
    ])
    expect(await lastEvent()).toMatchObject({
      type: 'letter_template_saved',
      actor: { name: 'Anna Berger' },
      data: { kind: 'first', version: 2, from: own, to: changed },
    })
    const list = (await ask('GET', 'letter-templates')).body
    expect(list.templates).toHaveLength(24)
    expect(list.templates.filter(({ state }) => state === 'own')).toMatchObject([
      { ...FIRST, subject: 'Bitte zahlen', version: 2, savedBy: 'Anna Berger' },
    ])
  })

  test('goes back to ours, and what it was stays among its versions', async () => {
    await save(FIRST, own)
    const { body } = await ask('DELETE', urlOf(FIRST))
    expect(body).toMatchObject({ own: false, version: 2, words: standardWords(FIRST) })
    expect(body.versions).toMatchObject([
      { version: 2, words: null },
      { version: 1, words: own },
    ])
    expect(await lastEvent()).toMatchObject({ type: 'letter_template_reset', data: { from: own } })
    expect((await ask('DELETE', urlOf(FIRST))).body.version).toBe(2) // nothing to do
  })

  test('is not written over by somebody who saw an older one', async () => {
    await save(FIRST, own)
    expect(await save(FIRST, { ...own, subject: 'Anders' })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    })
    expect((await save(FIRST, { ...own, opening: `${own.opening}\r\n` }, 1)).body.version).toBe(1) // the same words
  })

  test('can be saved for businesses in the same act', async () => {
    await save(FIRST, own, 0, { both: true })
    expect((await ask('GET', urlOf({ ...FIRST, audience: 'business' }))).body).toMatchObject({ own: true, words: own })
  })

  test('is saved once, however often its request is repeated', async () => {
    const key = { 'idempotency-key': 'k1' }
    const body = { words: own, version: 0 }
    const [one, two] = [await ask('PUT', urlOf(FIRST), body, key), await ask('PUT', urlOf(FIRST), body, key)]
    expect(two).toEqual(one)
    expect(two.body.version).toBe(1)
  })

  test.each([
    ['{summe}', 'template_placeholder_mistaken', /Einleitung.*Zeile 1, Stelle 1.*\{summe\}.*vermutlich \{total\}/],
    ['Hallo {wetter}', 'template_placeholder_unknown', /Zeile 1, Stelle 7.*\{wetter\}/],
    ['Bitte {total zahlen', 'template_brace_alone', /Zeile 1, Stelle 7/],
    ['', 'template_text_missing', /„Einleitung“/],
    ['李小龍 {total}', 'template_unprintable', /李小龍|李/],
  ])('with the opening „%s“ is refused', async (opening, code, says) => {
    const { status, body } = await save(FIRST, { ...own, opening })
    expect([status, body.code]).toEqual([422, code])
    expect(body.detail).toMatch(says)
    expect((await ask('GET', urlOf(FIRST))).body.version).toBe(0)
  })

  test('of a health profession has no treatment in its subject', async () => {
    await house.run(({ trx, tenantId }) =>
      sql`UPDATE tenants SET health_profession = true WHERE tenant_id = ${tenantId}`.execute(trx),
    )
    expect((await save(FIRST, { ...own, subject: 'Ihre Physiotherapie' })).body.code).toBe('template_health_words')
  })
})

describe('a template that the law wants to say something', () => {
  beforeEach(byDutchLaw)

  test('is refused where it loses it, with the statement, its rule, and a sentence that makes it', async () => {
    const { status, body } = await save(LAST, { ...standardWords(LAST), next: 'Betaal nu.' })
    expect([status, body.code]).toEqual([422, 'template_statement_missing'])
    expect(body.detail).toContain('art. 6:96 lid 6 BW')
    expect(body.detail).toContain('{legal}')
    expect(body.detail).toContain('U betaalt geen incassokosten als uw betaling binnen veertien dagen')
  })

  test('says of each statement what makes it', async () => {
    const { body } = await ask('GET', urlOf(LAST))
    expect(body.judgement.statements).toHaveLength(4)
    for (const { made, text, sentence } of body.judgement.statements) {
      expect(made).toBe('by_legal')
      expect(text).not.toBe('')
      expect(sentence).toContain('incassokosten')
    }
  })

  test('to businesses too is refused for the consumers it is also for', async () => {
    const words = { ...standardWords(LAST), next: 'Betaal nu.' }
    expect((await save({ ...LAST, audience: 'business' }, words)).status).toBe(200)
    expect(
      (await save({ ...LAST, audience: 'business' }, { ...words, contact: 'x' }, 1, { both: true })).body.code,
    ).toBe('template_statement_missing')
  })

  test('holds for the law it was checked by, and for no other', async () => {
    await save(LAST, { ...standardWords(LAST), contact: 'Bel ons.' })
    await house.run((context) => changeLaw(context, 2, { country: 'DE', choices: {} }))
    expect((await ask('GET', urlOf(LAST))).body).toMatchObject({ country: 'DE', own: false, version: 0 })
  })
})

test('words that the law no longer lets stand are passed over, and the list says so', async () => {
  const words = { ...standardWords(FIRST), subject: 'Ihre Physiotherapie' }
  await save(FIRST, words)
  const inForce = () =>
    house.run(async (context) => (await loadOwnTemplates(context, await loadCreditor(context))).of(FIRST))
  expect((await inForce())?.words).toEqual(words)
  await house.run(({ trx, tenantId }) =>
    sql`UPDATE tenants SET health_profession = true WHERE tenant_id = ${tenantId}`.execute(trx),
  )
  expect(await inForce()).toBeUndefined()
  const { templates } = (await ask('GET', 'letter-templates')).body
  expect(templates.filter(({ state }) => state === 'not_lawful')).toMatchObject([FIRST])
})

describe('a letterhead', () => {
  const fields = { accent: '#7a1f2b', bank: 'Stadtsparkasse', register: 'HRB 12345', directors: null, more: ['Kammer'] }
  const logo = (text: string, version: number) =>
    ask('PUT', 'settings/letterhead/logo', { content: Buffer.from(text).toString('base64'), version })
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1"/></svg>'

  test('is kept version by version, with who changed what', async () => {
    expect((await ask('GET', 'settings/letterhead')).body).toMatchObject({ version: 0, accent: null, logo: null })
    expect((await ask('PUT', 'settings/letterhead', { ...fields, version: 0 })).body).toMatchObject({
      version: 1,
      ...fields,
    })
    const { body } = await ask('PUT', 'settings/letterhead', { ...fields, accent: null, version: 1 })
    expect(body).toMatchObject({ version: 2, accent: null, savedBy: 'Anna Berger' })
    expect(await lastEvent()).toMatchObject({
      type: 'letterhead_changed',
      data: { version: 2, changes: [{ field: 'accent', from: '#7a1f2b', to: null }] },
    })
    expect((await ask('PUT', 'settings/letterhead', { ...fields, version: 1 })).body.code).toBe('version_conflict')
  })

  test.each([
    [{ accent: '#ffe680' }, 'letterhead_colour_too_light'],
    [{ more: ['x'.repeat(90), 'y'.repeat(90)] }, 'letterhead_imprint_too_long'],
    [{ register: 'HRB 李' }, 'template_unprintable'],
  ])('with %o is refused', async (change, code) => {
    expect((await ask('PUT', 'settings/letterhead', { ...fields, ...change, version: 0 })).body.code).toBe(code)
  })

  test('takes a logo that can be set, gives it back as it came, and lets it go', async () => {
    expect((await logo(SVG, 0)).body).toMatchObject({ version: 1, logo: { format: 'svg' } })
    const answer = await http.inject({ url: '/api/v1/settings/letterhead/logo' })
    expect([answer.headers['content-type'], answer.payload]).toEqual(['image/svg+xml', SVG])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await ask('DELETE', 'settings/letterhead/logo')).body).toMatchObject({ version: 2, logo: null })
    expect((await ask('GET', 'settings/letterhead/logo')).status).toBe(404)
  })

  test('refuses a file that only looks like a picture, and one that is too large', async () => {
    const png = Buffer.alloc(60)
    png.set([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 9, 0, 0, 0, 9,
    ])
    const content = png.toString('base64')
    expect((await ask('PUT', 'settings/letterhead/logo', { content, version: 0 })).body.code).toBe('logo_broken')
    expect((await logo('x'.repeat(LOGO_BYTES_MAX + 1), 0)).body.code).toBe('logo_too_large')
    expect((await logo('GIF89a', 0)).body.code).toBe('logo_not_picture')
  })
})

test('who may only read settings changes nothing', async () => {
  acting = { ...house.owner, role: 'accountant', rights: rightsOf('accountant') }
  expect((await ask('GET', 'letter-templates')).status).toBe(200)
  expect((await save(FIRST, standardWords(FIRST))).status).toBe(403)
  expect((await ask('DELETE', urlOf(FIRST))).status).toBe(403)
  expect((await ask('PUT', 'settings/letterhead', {})).status).toBe(403)
  acting = { ...house.owner, role: 'read_only', rights: rightsOf('read_only') }
  expect((await ask('GET', 'letter-templates')).status).toBe(403)
})
