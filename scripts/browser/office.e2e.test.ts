// The office over sample answers: every page and dialog at two widths and in both schemes, and what the keyboard does.

import type { Browser, Page } from 'playwright-core'
import { join } from 'node:path'
import { type PreviewServer, build, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type Look, PHONE, accessibilityFaults, newVisitor, openBrowser } from './visitor.ts'

const WEB = join(import.meta.dirname, '..', '..', 'web')
const INVOICE = '/rechnungen/018f0000-0000-7000-a888-000000000871'
const PAGES = [
  '/anmelden',
  '/',
  '/rechnungen?ansicht=ueberfaellig&filter=days.min.20',
  INVOICE,
  `${INVOICE}/forderung-anlegen`,
  '/rechnungen/neu',
  '/rechnungen/importieren',
  '/rechnungen/gibt-es-nicht',
  '/rechnungen?ansicht=ausgebucht',
  '/mahnungen',
  '/mahnungen?filter=level.is.2',
  '/mahnungen/vorschau',
  '/mahnungen/vorschau?ansicht=nicht',
  '/mahnungen/vorschlaege',
  '/mahnungen/lauf/018f0000-0000-7000-f888-000000000001',
  '/einstellungen/mahnwesen',
  '/hilfe/mahnwesen',
  '/faelle',
  '/faelle/018f0000-0000-7000-8000-00000000c041',
  '/zahlungen',
  '/kassenbuch',
  '/einstellungen/praxisdaten',
  '/einstellungen/recht',
  '/einstellungen/benutzer',
  '/einstellungen/sicherheit',
  '/einstellungen/api-schluessel',
  '/einstellungen/inkasso',
  '/einstellungen/anmeldungen',
  '/hilfe',
  '/gibt-es-nicht',
  '/rechner',
  '/rechner/gibt-es-nicht',
  '/rechner/de',
  '/rechner/de#betrag=1200.00&faellig=2026-01-15&schuldner=unternehmen&vereinbart=ja&eintrag=zahlung%2C2026-03-02%2C400.00',
  '/rechner/nl/inkassokosten#betrag=480.00&schuldner=verbraucher&auftrag=2026-03-02&schritt=reminder%2C2026-03-20',
  '/rechner/at/gericht#betrag=1200.00&antrag=2026-03-02&plz=1010',
  '/rechner/ch/verjaehrung#entstanden=2024-03-15&ereignis=negotiation%2C2025-02-01%2C%2C2025-04-01',
  '/rechner/de/raten#betrag=1200.00&faellig=2026-01-15&schuldner=verbraucher&vereinbart=ja&stand=2026-03-02&raten=6',
]

let server: PreviewServer
let browser: Browser
let url: string

beforeAll(async () => {
  // Vitest says "test" here, and the build would then contain React's development half.
  process.env['NODE_ENV'] = 'production'
  await build({ root: WEB, mode: 'preview', logLevel: 'silent' })
  server = await preview({ root: WEB, mode: 'preview', logLevel: 'silent', preview: { port: 0, proxy: {} } })
  url = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(path: string, look: Look = DESK): Promise<Page> {
  const page = await newVisitor(browser, look)
  await page.goto(`${url}${path}`)
  await settled(page)
  return page
}

/** The page stands and nothing in it is still loading. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(150)
  await page.getByText('Wird geladen …').first().waitFor({ state: 'detached' })
}

async function faultsOf(page: Page): Promise<string[]> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  return [
    ...(await accessibilityFaults(page)),
    ...(Number(wide) > 0 ? [`wider than the window by ${String(wide)} px`] : []),
  ]
}

const LOOKS: readonly (readonly [string, Look])[] = [
  ['at 1440 px in light', DESK],
  ['at 390 px in dark', { ...PHONE, scheme: 'dark' }],
]

describe.each(LOOKS)('every page %s', (_name, look) => {
  let page: Page
  beforeAll(async () => {
    page = await newVisitor(browser, look)
  })
  afterAll(() => page.context().close())

  it.each(PAGES)('%s fits and is accessible', async (path) => {
    // An address that differs only behind its # would be no new page.
    await page.goto('about:blank')
    await page.goto(`${url}${path}`)
    await settled(page)
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('what opens above a page', () => {
  const list = '/rechnungen?ansicht=ueberfaellig'
  const openings: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
    ['the payment dialog', list, (page) => page.getByRole('button', { name: 'Zahlung empfangen' }).first().click()],
    [
      'the red flag',
      list,
      (page) =>
        page
          .getByRole('button', { name: /^An Inkasso übergeben/ })
          .first()
          .click(),
    ],
    [
      'the status dialog',
      list,
      (page) =>
        page
          .getByRole('button', { name: /^Status .* ändern/ })
          .first()
          .click(),
    ],
    ['the yellow triangle', list, (page) => page.getByRole('button', { name: 'Mahnen', exact: true }).first().click()],
    [
      'the start of a run',
      '/mahnungen/vorschau',
      (page) => page.getByRole('button', { name: 'Mahnlauf starten' }).click(),
    ],
    [
      'the end of a run',
      '/mahnungen/lauf/018f0000-0000-7000-f888-000000000001',
      (page) => page.getByRole('button', { name: 'Abbrechen' }).click(),
    ],
    ['the palette', '/', (page) => page.keyboard.press('Control+k')],
    ['the keyboard help', list, (page) => page.keyboard.press('?')],
    ['the user menu', '/', (page) => page.getByRole('button', { name: 'Anna Berger' }).click()],
    ['the clock', '/', (page) => page.getByRole('button', { name: /^Zeitreise/ }).click()],
  ]
  it.each(openings)('%s is accessible and gives the focus back', async (_name, path, act) => {
    const page = await open(path)
    await act(page)
    await page.getByRole('dialog').first().waitFor()
    await page.waitForTimeout(250)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
    await page.context().close()
  })
})

describe('the list by keyboard', () => {
  it('moves, ticks a range, sums it and opens a row', async () => {
    const page = await open('/rechnungen?ansicht=ueberfaellig')
    const rows = page.locator('tbody tr')
    await rows.first().focus()
    for (const key of ['ArrowDown', ' ', 'ArrowDown', 'ArrowDown', 'Shift+ ']) await page.keyboard.press(key)
    await page.getByText('3 ausgewählt:').waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3)
    await page.keyboard.press('End')
    await rows.last().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Rechnung RE-/ }).waitFor()
    await page.context().close()
  })

  it('says by which column it is sorted and keeps that in the address', async () => {
    const page = await open('/rechnungen')
    await page.getByRole('button', { name: 'Betrag', exact: true }).click()
    await page.getByText('Nach Betrag aufsteigend sortiert').waitFor({ state: 'attached' })
    expect(await page.getByRole('columnheader', { name: 'Betrag' }).getAttribute('aria-sort')).toBe('ascending')
    expect(new URL(page.url()).searchParams.get('sortierung')).toBe('amount')
    await page.context().close()
  })

  it('takes a filter as a sentence and gives the focus back to where it was asked', async () => {
    const page = await open('/rechnungen')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Filter', exact: true }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^überfällig seit/ }).click()
    await page.getByLabel('Wert (Tage)').fill('40')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /überfällig seit\s+≥ 40 Tagen/ }).waitFor()
    expect(new URL(page.url()).searchParams.getAll('filter')).toEqual(['days.min.40'])
    await page.context().close()
  })
})

it('speaks English throughout when asked to', async () => {
  const page = await open('/')
  await page.getByRole('button', { name: 'Anna Berger' }).click()
  await page.getByLabel('English').click()
  await page.getByRole('heading', { name: 'This needs you today' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const german = /\b(Rechnung(en)?|Übersicht|Fälle|Zahlung(en)?|Einstellungen|Tage|offen|bis)\b/
  expect((await page.locator('body').innerText()).split('\n').filter((line) => german.test(line))).toEqual([])
  await page.context().close()
})
