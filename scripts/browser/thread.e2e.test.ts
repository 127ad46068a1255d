// The main job as a person does it, in a browser: real invoices in, an overdue one handed over, everything that comes
// back, until the invoice reads "vollständig". Each page on the way is checked for accessibility and kept as a picture.

import { join } from 'node:path'
import { type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stack, startStack } from './stack.ts'
import { accessibilityFaults, newVisitor, openBrowser, picture } from './visitor.ts'

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples', 'invoices')
const E_INVOICES = ['EN16931_Physiotherapeut.ubl.xml', '01.01a-INVOICE_uncefact.xml', 'fx__EN16931_Einfach_DueDate.pdf']
const PASSWORD = 'Mahnwerk-Demo-2026'
// From examples/invoices/rechnungen.csv: overdue, third notice sent, 1.249,90 €.
const NUMBER = '2026-0425'

let stack: Stack
let browser: Browser
let page: Page
const findings: string[] = []

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([startStack(), openBrowser()])
  page = await newVisitor(browser)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function seen(name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await picture(page, 'thread', name)
  findings.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
}

async function travel(label: string): Promise<void> {
  await page.getByRole('button', { name: /^Zeitreise/ }).click()
  await page.getByRole('button', { name: label }).click()
  await page
    .getByText(/^Heute ist /)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
}

describe('the main job in a browser', { timeout: 180_000 }, () => {
  it('lets the owner in', async () => {
    await page.goto(`${stack.url}/anmelden`)
    await seen('01-anmelden')
    await page.getByLabel('E-Mail-Adresse').fill('anna.berger@praxis.example')
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.getByRole('heading', { name: /Anna Berger/ }).waitFor()
    await seen('02-uebersicht')
  })

  it('takes three e-invoices and a table in', async () => {
    await page.goto(`${stack.url}/rechnungen/importieren`)
    const files = [...E_INVOICES, 'rechnungen.csv'].map((name) => join(EXAMPLES, name))
    await page.locator('input[type=file]').setInputFiles(files)
    await expect.poll(() => page.getByText('aufgenommen', { exact: true }).count()).toBe(3)
    const start = page.getByRole('button', { name: '12 Rechnungen importieren' })
    await start.waitFor()
    await seen('03-spalten-zuordnen')
    await start.click()
    await page.getByText('12 Zeilen aufgenommen').waitFor()
    await seen('04-importiert')
  })

  it('finds the overdue invoice and shows what would leave', async () => {
    await page.goto(`${stack.url}/rechnungen?ansicht=ueberfaellig`)
    await page.getByRole('link', { name: 'Forderung anlegen' }).first().waitFor()
    await seen('05-ueberfaellig')
    await page.goto(`${stack.url}/rechnungen?ansicht=ueberfaellig&filter=words.all.${NUMBER}`)
    const row = page.getByRole('row').filter({ hasText: NUMBER })
    await row.getByRole('link', { name: 'Forderung anlegen' }).click()
    await page.getByRole('heading', { name: 'Forderung anlegen' }).waitFor()
    await page.getByText('Tischlerei Böhm & Söhne GmbH').first().waitFor()
    await seen('06-forderung-anlegen')
  })

  it('hands it over once, after the questions only a person can answer', async () => {
    await page.getByRole('button', { name: 'Berichtigen' }).click()
    await page.getByLabel('E-Mail').fill('buchhaltung+teilzahlung@boehm-soehne.example.org')
    await page.getByRole('button', { name: 'Übernehmen' }).click()
    await page.getByText('von Ihnen geändert').waitFor()
    const confirm = page.getByRole('button', { name: 'Forderung anlegen' })
    await page
      .getByRole('group', { name: /widersprochen/ })
      .getByLabel('Nein')
      .check()
    await page
      .getByRole('group', { name: /vollständig erbracht/ })
      .getByLabel('Ja')
      .check()
    await confirm.dblclick()
    await page.waitForURL(/\/faelle\//)
    await page
      .getByText(/Aktenzeichen 77-/)
      .first()
      .waitFor()
    await page.getByText('Zuständig: Kranich Inkasso').waitFor()
    await seen('07-fall-angenommen')
  })

  it('shows the agency’s letter, its costs and a part payment without reloading', async () => {
    await page.evaluate('window.sameDocument = true')
    await travel('7 Tage')
    await page
      .getByText(/zahlt .* an Kranich Inkasso/)
      .first()
      .waitFor()
    await page
      .getByText(/Geschäftsgebühr/)
      .first()
      .waitFor()
    expect(await page.evaluate('window.sameDocument')).toBe(true)
    await seen('08-fall-teilzahlung')
  })

  it('records a direct part payment and reports it', async () => {
    await page.getByRole('button', { name: 'Zahlung empfangen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Betrag').fill('100,00')
    await dialog.getByText(/Danach offen/).waitFor()
    await dialog.getByText('Kranich Inkasso erfährt davon sofort.').waitFor()
    await seen('09-zahlung-empfangen')
    await dialog.getByRole('button', { name: 'Zahlung eintragen' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .getByText(/^gemeldet am /)
      .first()
      .waitFor()
    await seen('10-fall-direktzahlung')
  })

  it('reads "vollständig" once the agency has the rest', async () => {
    await travel('30 Tage')
    await page.getByRole('link', { name: NUMBER }).first().click()
    await page.getByText('vollständig').first().waitFor()
    await seen('11-rechnung-vollstaendig')
    await page.goto(`${stack.url}/kassenbuch`)
    await page
      .getByText(/nicht enthalten|stehen nicht/)
      .first()
      .waitFor()
    await seen('12-kassenbuch')
  })

  it('has no accessibility finding on any page of the way', () => {
    expect(findings).toEqual([])
  })
})
