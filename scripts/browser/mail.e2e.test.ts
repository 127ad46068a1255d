// Mail that goes out and what comes back, on the real product: the demo's own post office carries both.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, openDemo } from './demo.ts'
import { PHONE, accessibilityFaults } from './visitor.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await openDemo()
  ;({ page } = demo)
}, 150_000)

afterAll(() => demo?.close())

type Sent = { readonly id: string; readonly debtorId: string; readonly invoiceIds: readonly string[] }

/** One that lies in its reader's mailbox; where all that the demo has written came back already, a run writes more. */
async function acceptedMail(): Promise<Sent> {
  const accepted = async () => (await demo.ask<{ mails: Sent[] }>('mails?state=accepted')).mails
  if ((await accepted()).length === 0) await demo.ask('dunning/runs', 'POST', {})
  await expect.poll(async () => (await accepted()).length, { timeout: 30_000 }).toBeGreaterThan(0)
  const [mail] = await accepted()
  if (mail === undefined) throw new Error('a run writes a mail')
  return mail
}

const nameOf = async (debtorId: string): Promise<string> =>
  (await demo.ask<{ listName: string }>(`debtors/${debtorId}`)).listName

const demoAct = (name: string) => page.getByRole('button', { name, exact: true })

/** Of the page as it stands, at a desk and on a phone. */
async function faultsAtBothWidths(path: string): Promise<string[]> {
  const faults: string[] = []
  await page.goto(`${demo.url}${path}`)
  for (const look of [{ width: 1440, height: 900 }, PHONE]) {
    await page.setViewportSize({ width: look.width, height: look.height })
    await page.locator('main h1').waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    faults.push(...(await accessibilityFaults(page)))
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

it('an answer is filed with its debtor and says why; what nobody wrote is told apart', async () => {
  const mail = await acceptedMail()
  const debtorName = await nameOf(mail.debtorId)
  await page.goto(`${demo.url}/postausgang/${mail.id}`)
  await demoAct('Abwesenheit').click()
  await page.getByText('Die Antwort liegt im Posteingang.').waitFor()
  await demoAct('Als Schuldner antworten').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Antwort des Schuldners').fill('Das Geld ist unterwegs.')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Antwort senden' }).click()
  await dialog.waitFor({ state: 'detached' })
  type Received = { readonly id: string; readonly kind: string; readonly text: string; readonly debtorName: string }
  const received = async () => (await demo.ask<{ mails: Received[] }>('received-mails')).mails
  const replied = async () => (await received()).find(({ text }) => text.includes('Das Geld ist unterwegs.'))
  await expect.poll(replied, { timeout: 15_000 }).toMatchObject({ kind: 'letter', debtorName })
  expect((await received()).filter(({ kind }) => kind === 'automatic')).toHaveLength(1)
  const path = `/postausgang/eingang/${(await replied())?.id ?? ''}`
  await page.goto(`${demo.url}${path}`)
  await page.getByText('sie eine unserer E-Mails beantwortet').waitFor()
  await page.getByRole('link', { name: debtorName }).waitFor()
  expect(await faultsAtBothWidths(path)).toEqual([])
  await page.getByRole('link', { name: debtorName }).click()
  await page.waitForURL(/\/kunden\//)
})

it('a message of nobody known is counted, and assigned to a debtor and an invoice by hand', async () => {
  const debtorName = await nameOf((await acceptedMail()).debtorId)
  await page.goto(`${demo.url}/postausgang?ansicht=eingang`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'anfrage.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(STRANGER.join('\r\n')),
  })
  await page.getByText('1 E-Mail eingelesen').waitFor()
  await page.getByRole('link', { name: /^Unzugeordnet\s*1$/ }).click()
  await page
    .getByRole('link', { name: 'Neue Anschrift' })
    .or(page.getByRole('link', { name: 'Erika Fremd' }))
    .click()
  await page.getByRole('link', { name: 'beleg.txt' }).waitFor()
  await page.getByLabel('Kunde', { exact: true }).fill(debtorName)
  await page.getByRole('button', { name: 'Auswählen' }).first().click()
  const invoice = page.getByRole('group', { name: /Um welche Rechnungen/ }).getByRole('checkbox')
  await invoice.first().check()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: `Bei ${debtorName} ablegen` }).click()
  await page.getByText('jemand sie von Hand abgelegt hat').waitFor()
  await page.getByText('Zu den Rechnungen').waitFor()
  await page.goto(`${demo.url}/postausgang?ansicht=unzugeordnet`)
  await page.getByText('Alles ist zugeordnet').waitFor()
  await page.getByRole('button', { name: 'Jetzt abrufen' }).click()
  await page.getByText(/^Das Postfach ist abgerufen\./).waitFor()
})

const STRANGER = [
  'From: Erika Fremd <erika.fremd@nirgends.example>',
  'To: praxis@praxis.example',
  'Subject: Neue Anschrift',
  'Message-ID: <fremd-1@nirgends.example>',
  'Date: Mon, 02 Mar 2026 10:00:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="teil"',
  '',
  '--teil',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Ich bin umgezogen.',
  '--teil',
  'Content-Type: text/plain; name="beleg.txt"',
  'Content-Disposition: attachment; filename="beleg.txt"',
  '',
  'Beleg',
  '--teil--',
  '',
]

it('the settings check the mailbox in words, and the pages have no faults at either width', async () => {
  await page.goto(`${demo.url}/einstellungen/e-mail`)
  await page.getByRole('button', { name: 'Verbindung prüfen' }).click()
  await page.getByText('Das Postfach ist erreichbar.').waitFor()
  expect(await faultsAtBothWidths('/einstellungen/e-mail')).toEqual([])
  expect(await faultsAtBothWidths('/postausgang?ansicht=eingang')).toEqual([])
})

it('a mail that cannot be delivered comes back, and its invoice says so and why', async () => {
  const mail = await acceptedMail()
  await page.goto(`${demo.url}/postausgang/${mail.id}`)
  await demoAct('Unzustellbar').click()
  await page.getByText('Zurückgekommen', { exact: true }).first().waitFor()
  // It cannot be answered any more.
  await demoAct('Unzustellbar').waitFor({ state: 'detached' })
  await page.goto(`${demo.url}/rechnungen/${mail.invoiceIds[0] ?? ''}`)
  await page
    .getByText(/E-Mail an .* kam zurück/)
    .first()
    .waitFor()
  await page
    .getByText(/550 5\.1\.1/)
    .first()
    .waitFor()
})
