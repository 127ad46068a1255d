// A creditor's own words as a person makes them, on the real product: a text that loses what the law wants said is refused with
// the sentence that mends it, is mended, is seen on a real invoice, and stands in the letter that goes out. Then the letterhead.

import { addDays, day } from '@mahnwerk/core/calendar'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../server/letters/testing/index.ts'
import { type Demo, openDemo } from './demo.ts'
import { PHONE, accessibilityFaults } from './visitor.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await openDemo()
  ;({ page } = demo)
  // The Dutch fourteen-day letter has statements that nobody may leave out.
  const { version } = await demo.ask<{ version: number }>('settings/law')
  await demo.ask('settings/law', 'PATCH', { country: 'NL', lowConfidence: true, version })
  // Nor does that law know fees of a creditor's own letters.
  const { builtIn } = await demo.ask<{ builtIn: { steps: object[] } }>('dunning/policies')
  const steps = builtIn.steps.map((step) => ({ ...step, fee: 0 }))
  await demo.ask('dunning/policies', 'POST', { ...builtIn, name: 'Ohne Gebühr', steps, standard: true })
}, 150_000)

afterAll(() => demo?.close())

async function textOfPdf(path: string): Promise<string> {
  const bytes = await page.evaluate(
    (at) => fetch(at).then(async (answer) => Array.from(new Uint8Array(await answer.arrayBuffer()))),
    `/api/v1/${path}`,
  )
  return (await readPdf(Buffer.from(bytes))).text
}

const check = () => page.getByRole('region', { name: 'Prüfung' })
const seen = () => page.frameLocator('iframe[title="Das Schreiben als E-Mail"]')
const OWN = 'Das ist unser letztes Schreiben vor dem Inkasso'

// Checks of accessibility take their time where a page shows a mail.
describe('the words of the last letter', { timeout: 90_000 }, () => {
  it('are found in the list, which says that they are ours', async () => {
    await page.goto(`${demo.url}/einstellungen/vorlagen`)
    await page.getByRole('button', { name: 'Deutsch', exact: true }).click()
    await page.getByRole('link', { name: /^Bearbeiten\s*Letzte Mahnung an Verbraucher$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Letzte Mahnung' }).waitFor()
    await seen().getByRole('heading', { name: 'Letzte Mahnung' }).waitFor()
    expect(await check().locator('[data-state=lost]').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('lose what the law wants said: red at once, refused on saving, with the sentence that is missing', async () => {
    await page.getByLabel('Wie es weitergeht').fill('Danach übergeben wir ans Inkasso.')
    await check().locator('[data-state=lost]').first().waitFor()
    expect(await check().locator('[data-state=lost]').count()).toBe(4)
    await check().getByText('Sie zahlen keine Inkassokosten, wenn Ihre Zahlung').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Text speichern' }).click()
    const refusal = page.getByRole('alert').filter({ hasText: 'Pflichtangabe fehlt' })
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('6:96')
    expect(await refusal.innerText()).toContain('Sie zahlen keine Inkassokosten, wenn Ihre Zahlung')
    const { version } = await demo.ask<{ version: number }>('letter-templates/de/last/consumer')
    expect(version).toBe(0)
  })

  it('say where a placeholder is unknown, and mend it', async () => {
    await page.getByLabel('Einleitung').fill(`${OWN}: {invoices}, {betrag}, {term}.`)
    await check().getByRole('button', { name: 'In {total} ändern' }).click()
    expect(await page.getByLabel('Einleitung').inputValue()).toBe(`${OWN}: {invoices}, {total}, {term}.`)
  })

  it('are mended by keyboard: the chip puts the placeholder where the cursor was', async () => {
    const next = page.getByLabel('Wie es weitergeht')
    await next.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' ')
    await page.getByRole('button', { name: 'Gesetzliche Hinweise {legal}' }).focus()
    await page.keyboard.press('Enter')
    expect(await next.inputValue()).toBe('Danach übergeben wir ans Inkasso. {legal}')
    expect(await next.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
    await seen().getByText(OWN).waitFor()
    await check().locator('[data-state=lost]').first().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Text speichern' }).click()
    await page.getByText('Gespeichert. Ab jetzt gehen die Schreiben so hinaus.').waitFor()
    await page.getByText('Version 1', { exact: true }).waitFor()
  })

  it('stand in the letter that a person writes for one invoice', async () => {
    const invoice = await invoiceBeforeItsLastLetter()
    await page.goto(`${demo.url}/rechnungen/${invoice}`)
    await page.getByRole('button', { name: 'Mahnen', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /schreiben$/ })
      .click()
    await page.getByText(/^Das Schreiben M-\d{4}-\d+ ist geschrieben\.$/).waitFor()
    const { notices } = await demo.ask<{ notices: { id: string; level: number }[] }>('notices?limit=1')
    const text = await textOfPdf(`notices/${notices[0]?.id}/letter.pdf`)
    expect(text).toContain(OWN)
    expect(text).toContain('Sie zahlen keine Inkassokosten')
  })

  it('go back to the standard, and can be fetched back', async () => {
    await page.goto(`${demo.url}/einstellungen/vorlagen/letzte-verbraucher-de`)
    await page.getByRole('button', { name: 'Auf Standard zurücksetzen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücksetzen' }).click()
    await page.getByText('Der Standardtext gilt wieder.').waitFor()
    await page.getByText('Version 2', { exact: true }).waitFor()
    expect(await page.getByLabel('Einleitung').inputValue()).not.toContain(OWN)
    await page.getByRole('button', { name: 'Version 1 in den Editor holen' }).click()
    expect(await page.getByLabel('Einleitung').inputValue()).toContain(OWN)
  })
})

/** A letter of level 2 went out long ago: the last one is due. */
async function invoiceBeforeItsLastLetter(): Promise<string> {
  const { practices, today } = await demo.ask<{ practices: { id: string }[]; today: string }>('me')
  const ago = (days: number): string => addDays(day(today), -days)
  const { id } = await demo.ask<{ id: string }>('invoices', 'POST', {
    practiceId: practices[0]?.id,
    number: 'RE-VORLAGE-1',
    invoiceDate: ago(90),
    dueDate: ago(76),
    currency: 'EUR',
    amount: 8_400,
    subject: 'Ausfallhonorar',
    dunned: { level: 2, lastNoticeOn: ago(30) },
    debtor: {
      name: { kind: 'consumer', first: 'Wanda', last: 'Vorlage' },
      address: { street: 'Lindenallee 1', postCode: '86150', city: 'Augsburg', country: 'DE' },
      email: 'wanda@debtor.example',
    },
  })
  return id
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 16"><rect width="60" height="16" rx="3" fill="#7a1f2b"/></svg>'
const file = (name: string, text: string) => ({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) })

describe('the letterhead', { timeout: 60_000 }, () => {
  it('takes a logo, and refuses a drawing that runs programs', async () => {
    await page.goto(`${demo.url}/einstellungen/briefkopf`)
    const input = page.locator('input[type=file]')
    await input.setInputFiles(file('böse.svg', LOGO.replace('<rect', '<script>alert(1)</script><rect')))
    await page.getByRole('alert').getByText('Zeichnung nicht erlaubt').waitFor()
    await input.setInputFiles(file('logo.svg', LOGO))
    const logo = page.getByRole('img', { name: 'Ihr Logo' })
    await logo.waitFor()
    await expect.poll(() => logo.evaluate((image) => Number(Reflect.get(image, 'naturalWidth')))).toBeGreaterThan(0)
  })

  it('refuses a colour that nobody sees, and keeps one that is seen', async () => {
    await page.getByLabel('Farbwert').fill('#ffee88')
    await page.getByText(/Nötig sind 3 : 1/).waitFor()
    await page.getByLabel('Farbwert').fill('#7a1f2b')
    await page.getByLabel('Registereintrag').fill('Amtsgericht Augsburg, HRB 12345')
    await page.getByRole('region', { name: 'Fuß des Briefs' }).getByText('Amtsgericht Augsburg, HRB 12345').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Briefkopf speichern' }).click()
    await page.getByText('Gespeichert. Neue Schreiben tragen diesen Briefkopf.').waitFor()
    expect(await demo.ask('settings/letterhead')).toMatchObject({ accent: '#7a1f2b', logo: { format: 'svg' } })
  })
})

it('the pages are used on a phone, too', { timeout: 90_000 }, async () => {
  const phone = await demo.again(PHONE)
  for (const at of ['vorlagen', 'vorlagen/letzte-verbraucher-de', 'briefkopf']) {
    await phone.goto(`${demo.url}/einstellungen/${at}`)
    await phone.locator('main h1').waitFor()
    await phone.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    expect(await accessibilityFaults(phone)).toEqual([])
    expect(await phone.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  }
  await phone.context().close()
})
