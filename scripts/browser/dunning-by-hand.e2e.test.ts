// What people do by hand about reminding, on the real product: holds, single letters of the next run, policies and customers.

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

type Planned = { readonly debtorId: string; readonly debtorName: string; readonly items: { invoiceId: string }[] }

const planned = async (): Promise<Planned[]> =>
  (await demo.ask<{ letters: Planned[] }>('dunning/preview?limit=200')).letters

describe('a single letter of the next run', () => {
  it('is stopped by a key, told in the other list, and comes back by the message', async () => {
    const [first] = await planned()
    if (first === undefined) throw new Error('the demo has something to remind of')
    await page.goto(`${demo.url}/mahnungen/vorschau`)
    await page.getByRole('checkbox', { name: `Mahnen: ${first.debtorName}` }).focus()
    await page.keyboard.press('a')
    await page.getByText(`Das Schreiben an ${first.debtorName} ist angehalten.`).waitFor()
    await page.getByRole('checkbox', { name: `Mahnen: ${first.debtorName}` }).waitFor({ state: 'detached' })
    expect((await planned()).map(({ debtorId }) => debtorId)).not.toContain(first.debtorId)
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByRole('checkbox', { name: `Mahnen: ${first.debtorName}` }).waitFor()
  })

  it('is moved to another day, and the move is taken back from the list of those not reminded', async () => {
    const [, letter] = await planned()
    if (letter === undefined) throw new Error('the demo has two letters to write')
    await page.goto(`${demo.url}/mahnungen/vorschau`)
    await page.getByRole('button', { name: `Schreiben verschieben oder ändern: ${letter.debtorName}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Nicht vor dem' }).fill('31.12.2099')
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Übernehmen' }).click()
    await page.getByText(`Das Schreiben an ${letter.debtorName} ist geändert.`).waitFor()
    await page.goto(`${demo.url}/mahnungen/vorschau?ansicht=nicht`)
    await page.getByText('Auf einen anderen Tag verschoben').first().waitFor()
    await page
      .getByRole('button', { name: /^Zurücknehmen: / })
      .first()
      .click()
    await page.getByText('Zurückgenommen.').waitFor()
    await expect.poll(async () => (await planned()).map(({ debtorId }) => debtorId)).toContain(letter.debtorId)
  })
})

describe('a hold', () => {
  it('is set at the customer, stands in the list, rests the letter, and is lifted with a way back', async () => {
    const [first] = await planned()
    if (first === undefined) throw new Error('the demo has something to remind of')
    await page.goto(`${demo.url}/kunden/${first.debtorId}`)
    await page.getByRole('button', { name: 'Mahnsperre setzen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Insolvenz', { exact: true }).click()
    await dialog.getByLabel('Notiz').fill('AG Charlottenburg')
    await dialog.getByRole('button', { name: 'Mahnsperre speichern' }).click()
    await page.getByText(/^Für diesen Kunden gilt eine Mahnsperre: Insolvenz\./).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect((await planned()).map(({ debtorId }) => debtorId)).not.toContain(first.debtorId)
    await page.goto(`${demo.url}/rechnungen/${first.items[0]?.invoiceId ?? ''}`)
    await page.getByText('Mahnsperre: Insolvenz').waitFor()
    await page.goto(`${demo.url}/mahnungen/sperren?grund=insolvency`)
    await page.getByText('AG Charlottenburg').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: `Mahnsperre aufheben: ${first.debtorName}` }).click()
    await page.getByText(`Die Mahnsperre für ${first.debtorName} ist aufgehoben.`).waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByText(`Die Mahnsperre für ${first.debtorName} ist gesetzt.`).waitFor()
    const lift = page.getByRole('button', { name: `Mahnsperre aufheben: ${first.debtorName}` })
    await lift.click()
    await lift.waitFor({ state: 'detached' })
  })
})

describe('policies', () => {
  it('are copied, given to a customer, and kept while they are in use', async () => {
    await page.goto(`${demo.url}/einstellungen/mahnstufen/neu`)
    await page.getByLabel('Name').fill('Sanft')
    const second = page.getByRole('group', { name: '2. Mahnung' })
    await second.getByLabel('Mahngebühr').fill('50')
    await second.getByText('Mahngebühr zu hoch').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await second.getByLabel('Mahngebühr').fill('0')
    await second.getByText('Mahngebühr zu hoch').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Mahnstufen speichern' }).click()
    await page.getByRole('link', { name: 'Kopieren : Sanft', exact: true }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Sanft (Kopie)')
    await page.getByRole('button', { name: 'Mahnstufen speichern' }).click()
    await page.getByRole('link', { name: 'Kopieren : Sanft (Kopie)', exact: true }).waitFor()

    const [first] = await planned()
    await page.goto(`${demo.url}/kunden/${first?.debtorId ?? ''}`)
    await page.getByLabel('Mahnstufen', { exact: true }).selectOption({ label: 'Sanft (Kopie)' })
    await page.getByText('Es gilt „Sanft (Kopie)“: eigens für diesen Kunden festgelegt').waitFor()
    await page.getByLabel('Höchste Mahnstufe').selectOption({ label: 'Zahlungserinnerung' })
    await expect
      .poll(() => demo.ask(`debtors/${first?.debtorId ?? ''}/dunning`))
      .toMatchObject({ levelMax: 0, policy: { name: 'Sanft (Kopie)', ground: 'own' } })

    await page.goto(`${demo.url}/einstellungen/mahnwesen`)
    const used = page.getByRole('button', { name: /^Löschen: Sanft \(Kopie\)/ })
    await used.waitFor()
    await expect.poll(() => used.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the letters of a run', () => {
  it('are sorted by the heads of the list and lead back to the run, which is the same after a reload', async () => {
    await page.goto(`${demo.url}/mahnungen/laeufe`)
    await page
      .getByRole('link', { name: /^\d\d\.\d\d\.\d{4}$/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /^Mahnlauf vom / }).waitFor()
    await page.getByRole('region', { name: 'Schreiben dieses Laufs' }).waitFor()
    await page.reload()
    await page
      .getByRole('region', { name: 'Schreiben dieses Laufs' })
      .getByText(/^M-\d{4}-\d+$/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Schreiben ansehen' }).click()
    await page.getByText(/^Zu sehen sind nur die Schreiben des Mahnlaufs/).waitFor()
    const head = page.getByRole('columnheader', { name: 'Gefordert' })
    await head.getByRole('button').click()
    await expect.poll(() => head.getAttribute('aria-sort')).toMatch(/ascending/)
    await page.getByText('gefordert', { exact: false }).last().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

it('the mail pages have no faults in the dark either', async () => {
  const dark = await demo.again({ width: 1440, height: 900, scheme: 'dark' })
  for (const path of ['/postausgang', '/postausgang?ansicht=eingang', '/mahnungen/sperren', '/mahnungen/vorschau']) {
    await dark.goto(`${demo.url}${path}`)
    await dark.locator('main h1').waitFor()
    await dark.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    expect([path, await accessibilityFaults(dark)]).toEqual([path, []])
  }
  await dark.context().close()
})
