// A claim that was written off, tried once more and ended, as a person does it: from the list of written-off claims to a case
// of the kind "Versuch", and back to the list without cost.

import { type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Stack, startStack } from './stack.ts'
import { accessibilityFaults, newVisitor, openBrowser, picture } from './visitor.ts'
import { signInAsOwner } from './way.ts'

let stack: Stack
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[stack, browser] = await Promise.all([startStack(), openBrowser()])
  page = await newVisitor(browser)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

it('an attempt begins in the list of written-off claims and ends without cost', { timeout: 120_000 }, async () => {
  await signInAsOwner(page, stack.url)
  await page.goto(`${stack.url}/rechnungen?ansicht=ausgebucht`)
  const offer = page.getByRole('link', { name: 'Versuch anlegen' }).first()
  await offer.waitFor()
  const faults = await accessibilityFaults(page)
  await picture(page, 'attempt', '01-ausgebucht')
  await offer.click()
  await page
    .getByRole('group', { name: /widersprochen/ })
    .getByLabel('Nein')
    .check()
  await page
    .getByRole('group', { name: /vollständig erbracht/ })
    .getByLabel('Ja')
    .check()
  await page.getByRole('button', { name: 'Forderung anlegen' }).click()
  await page.waitForURL(/\/faelle\//)
  await page.getByText('Versuch', { exact: true }).waitFor()
  await page
    .getByText(/Aktenzeichen 77-/)
    .first()
    .waitFor()
  await picture(page, 'attempt', '02-versuch')
  await page.getByRole('button', { name: 'Versuch beenden' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Grund/).fill('Kulanz')
  faults.push(...(await accessibilityFaults(page)))
  await dialog.getByRole('button', { name: 'Versuch beenden' }).click()
  await page.getByText(/hat Sie nichts gekostet/).waitFor()
  await page
    .getByText(/Der Versuch ist beendet, .* sind wieder ausgebucht/)
    .first()
    .waitFor()
  await picture(page, 'attempt', '03-beendet')
  expect(await page.getByRole('button', { name: 'Versuch beenden' }).count()).toBe(0)
  expect(faults).toEqual([])
})
