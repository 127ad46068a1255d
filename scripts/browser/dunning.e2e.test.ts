// Reminding as a person does it, on the real product: the preview, a run without the one that was taken out, the yellow
// triangle, and a fee that the law does not allow.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, openDemo } from './demo.ts'
import { accessibilityFaults } from './visitor.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await openDemo()
  ;({ page } = demo)
}, 150_000)

afterAll(() => demo?.close())

type Planned = { readonly debtorId: string; readonly debtorName: string; readonly level: number }

const written = async (): Promise<number> => (await demo.ask<{ notices: object[] }>('notices?limit=200')).notices.length

const figure = (label: string) =>
  page.locator('main').getByText(label, { exact: true }).locator('xpath=following-sibling::*[1]')

describe('a run', () => {
  let out: Planned
  let all: number
  /** The demo has reminded before. */
  let before: number

  it('is seen before it is written, and a letter can be taken out by keyboard', async () => {
    const { letters } = await demo.ask<{ letters: Planned[] }>('dunning/preview?limit=200')
    all = letters.length
    before = await written()
    const [first] = letters
    if (first === undefined) throw new Error('the demo has something to remind of')
    out = first
    await page.goto(`${demo.url}/mahnungen/vorschau`)
    const box = page.getByRole('checkbox', { name: `Mahnen: ${out.debtorName}` }).first()
    await box.focus()
    await page.keyboard.press(' ')
    expect(await box.isChecked()).toBe(false)
    expect(await figure('Schreiben').innerText()).toBe(String(all - 1))
    // Behind the name, and the two acts of the letter.
    for (let at = 0; at < 4; at++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Rechnungen in diesem Schreiben' }).waitFor()
  })

  it('says what it will do, does that, and leaves out who was taken out', async () => {
    await page.getByRole('button', { name: 'Mahnlauf starten' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 Kunde ist herausgenommen und bekommt kein Schreiben.').waitFor()
    expect(await dialog.innerText()).toContain(
      all === 2 ? '1 Schreiben wird geschrieben' : `${all - 1} Schreiben werden`,
    )
    await dialog.getByRole('button', { name: 'Mahnlauf starten' }).click()
    await page.getByRole('heading', { level: 1, name: /^Mahnlauf vom / }).waitFor()
    await page.getByText('fertig', { exact: true }).waitFor()
    expect(await figure('Schreiben').innerText()).toBe(String(all - 1))
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await written()).toBe(before + all - 1)
    const again = await demo.ask<{ letters: Planned[] }>('dunning/preview?limit=200')
    expect(again.letters.map(({ debtorId }) => debtorId)).toEqual([out.debtorId])
  })

  it('is in the list of letters, whose red flag and status are those of the invoice list', async () => {
    await page.getByRole('link', { name: 'Schreiben ansehen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mahnungen' }).waitFor()
    await page
      .getByText(/^M-\d{4}-\d+$/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^Status .* ändern$/ })
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^An Inkasso übergeben/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Senden' }).waitFor()
    await page.keyboard.press('Escape')
  })
})

it('what goes by post is one file, and is printed then', async () => {
  await page.goto(`${demo.url}/mahnungen`)
  await page.getByRole('button', { name: /Briefe? drucken$/ }).click()
  const file = page.waitForResponse((answer) => answer.url().endsWith('/print-pool/print'))
  await page.getByRole('dialog').getByRole('button', { name: 'Datei öffnen' }).click()
  expect((await file).headers()['content-type']).toBe('application/pdf')
  await page.getByText('gedruckt', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: /Briefe? drucken$/ }).waitFor({ state: 'detached' })
})

it('the yellow triangle shows the letter and writes it; the invoice tells of it', async () => {
  const { letters } = await demo.ask<{ letters: { items: { invoiceId: string }[] }[] }>('dunning/preview')
  const invoice = letters[0]?.items[0]?.invoiceId ?? ''
  await page.goto(`${demo.url}/rechnungen/${invoice}`)
  await page
    .getByText('Zu dieser Rechnung ging noch kein Schreiben hinaus.')
    .or(page.getByText(/^Aus Mahnwerk ging noch kein/))
    .waitFor()
  await page.getByRole('button', { name: 'Mahnen', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Zu zahlen').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const preview = page.waitForResponse((answer) => answer.url().endsWith('/letter-preview'))
  const [view] = await Promise.all([
    page.context().waitForEvent('page'),
    dialog.getByRole('button', { name: 'Vorschau (PDF)' }).click(),
  ])
  expect((await preview).headers()['content-type']).toBe('application/pdf')
  await view.close()
  await dialog.getByRole('button', { name: /schreiben$/ }).click()
  await page.getByText(/^Das Schreiben M-\d{4}-\d+ ist geschrieben\.$/).waitFor()
  await page
    .getByRole('region', { name: 'Mahnungen' })
    .getByText(/^M-\d{4}-\d+$/)
    .waitFor()
  await page
    .getByRole('region', { name: 'Verlauf' })
    .getByText(/geschrieben, zahlen bis/)
    .waitFor()
})

it('a fee above the law is refused beside its field, and a lawful change is kept', async () => {
  await page.goto(`${demo.url}/einstellungen/mahnwesen`)
  const second = page.getByRole('group', { name: '2. Mahnung' })
  await second.getByLabel('Mahngebühr').fill('50')
  // Told while it is written; saving is refused all the same.
  await second.getByText('Mahngebühr zu hoch').waitFor()
  await page.getByRole('button', { name: 'Mahnstufen speichern' }).click()
  await page.getByRole('alert').getByText('Mahngebühr zu hoch').waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  expect(await accessibilityFaults(page)).toEqual([])
  await second.getByLabel('Mahngebühr').fill('0')
  await second.getByLabel('Tage Zeit zum Zahlen').fill('12')
  await page.getByRole('button', { name: 'Mahnstufen speichern' }).click()
  await page.getByText('Die Mahnstufen sind gespeichert.').waitFor()
  const { policies } = await demo.ask<{ policies: { steps: { periodDays: number }[] }[] }>('dunning/policies')
  expect(policies[0]?.steps[2]?.periodDays).toBe(12)
  expect(await demo.ask('dunning/settings')).toMatchObject({ automatic: false })
})

it('Mein Konto > Inkasso: another threshold changes the list of suggestions at once, and stands in the history', async () => {
  const suggested = async () =>
    (await demo.ask<{ suggestions: object[] }>('dunning/suggestions?limit=200')).suggestions.length
  const many = await suggested()
  expect(many).toBeGreaterThan(0)
  await page.goto(`${demo.url}/einstellungen/inkasso`)
  const path = page.getByRole('navigation', { name: 'Sie sind hier' })
  expect(await path.innerText()).toContain('Mein Konto')
  await page.getByLabel('Überfällig seit mindestens (Tage)').fill('900')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Überfällig seit mindestens: 45 Tage → 900 Tage').waitFor()
  expect(await suggested()).toBe(0)
  await page.getByLabel('Überfällig seit mindestens (Tage)').fill('45')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Überfällig seit mindestens: 900 Tage → 45 Tage').waitFor()
  expect(await suggested()).toBe(many)
  expect(await accessibilityFaults(page)).toEqual([])
})

it('Mein Konto > Inkasso: nothing leaves by itself before somebody has declared what only a person knows', async () => {
  await page.goto(`${demo.url}/einstellungen/inkasso`)
  const box = page.getByLabel(/^Was reif ist, jeden Arbeitstag/)
  expect(await box.isChecked()).toBe(false)
  await box.check()
  const declaration = page.getByLabel(/^Ich erkläre für alle Forderungen/)
  expect(await declaration.isChecked()).toBe(false)
  await page.getByText('Bestätigen Sie zuerst die Erklärung.').waitFor({ state: 'attached' })
  await declaration.check()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText(/^Erklärt von Anna Berger am/).waitFor()
  await page.getByLabel(/^Was reif ist, jeden Arbeitstag/).uncheck()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Von selbst übergeben: ein → aus').waitFor()
})
