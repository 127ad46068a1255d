// The law in the interface: the panel on seeded claims says what the API says, settings change it, and the public calculators
// say what core says, without anybody signed in.

import { claimStatement, explained } from '@mahnwerk/core/calculations'
import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { COUNTRIES } from '@mahnwerk/core/countries'
import { currency, formatMoney, minor } from '@mahnwerk/core/money'
import { explainStatement } from '@mahnwerk/core/statement'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Stack, startStack } from './stack.ts'
import { PHONE, accessibilityFaults, newVisitor, openBrowser } from './visitor.ts'
import { signInAsOwner } from './way.ts'

const PANEL = 'So setzt sich die Summe zusammen'
const EACH_VIEW = 6

type Line = { readonly text: string; readonly amount?: number; readonly lines: readonly Line[] }
type Statement = {
  readonly currency: string
  readonly total: number
  readonly overpaid: number
  readonly perDay: number
  readonly explanation: Line
  readonly late: { readonly late: boolean; readonly explanation: Line }
}

let stack: Stack
let browser: Browser
let page: Page
let today: LocalDate

beforeAll(async () => {
  const running = process.env['MAHNWERK_URL']
  const house = running === undefined ? startStack() : { url: running, stop: () => Promise.resolve() }
  ;[stack, browser] = await Promise.all([house, openBrowser()])
  page = await newVisitor(browser)
  page.setDefaultTimeout(15_000)
  await signInAsOwner(page, stack.url)
  today = day((await ask<{ today: string }>('me')).today)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function ask<Answer>(path: string): Promise<Answer> {
  return (await page.evaluate(`fetch('/api/v1/${path}').then((answer) => answer.json())`)) as Answer // our own API
}

const plain = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
const written = (amount: number, code: string): string => plain(formatMoney(minor(amount), currency(code), 'de'))

function whatApiSays(told: Statement): unknown {
  return {
    total: written(told.total - told.overpaid, told.currency),
    perDay: told.perDay > 0 ? `Jeder weitere Tag kostet ${written(told.perDay, told.currency)}.` : undefined,
    parts: told.explanation.lines
      .filter((line) => line.amount !== undefined)
      .map((line) => plain(`${line.text} ${written(line.amount ?? 0, told.currency)}`)),
    late: plain(told.late.explanation.text),
  }
}

/** What the panel shows, read as a person reads it. */
async function whatPanelSays(on: LocalDate): Promise<unknown> {
  const panel = page.getByRole('region', { name: PANEL })
  const [year, month, date] = on.split('-')
  const asked = new RegExp(`am ${date}\\.${month}\\.${year}|Zu viel bezahlt`)
  await panel.locator('output').filter({ hasText: asked }).waitFor()
  const trees = panel.locator('ul').filter({ hasNot: page.locator('xpath=ancestor::details') })
  const heads = trees.first().locator(':scope > li > details > summary, :scope > li > div')
  const perDay = panel.getByText(/^Jeder weitere Tag kostet/)
  return {
    total: plain(await panel.locator('output b').first().innerText()),
    perDay: (await perDay.count()) > 0 ? plain(await perDay.innerText()) : undefined,
    parts: (await heads.allInnerTexts()).map(plain),
    late: plain(
      await panel
        .getByRole('heading', { name: /Verzug$/ })
        .locator('xpath=following-sibling::ul[1]')
        .locator('summary, li > div')
        .first()
        .innerText(),
    ),
  }
}

describe('the panel on a claim', { timeout: 180_000 }, () => {
  it('says what the API says, today and in two weeks, on invoices and cases', async () => {
    const ids: string[] = []
    for (const view of ['overdue', 'collection', 'paid']) {
      const { invoices } = await ask<{ invoices: { id: string }[] }>(`invoices?view=${view}&limit=${EACH_VIEW}`)
      ids.push(...invoices.map(({ id }) => `invoices/${id}`))
    }
    const { cases } = await ask<{ cases: { id: string }[] }>('cases?state=all')
    ids.push(...cases.slice(0, EACH_VIEW).map(({ id }) => `cases/${id}`))
    expect(ids.length).toBeGreaterThan(2 * EACH_VIEW)
    for (const place of ids) {
      const address = place.replace('invoices', 'rechnungen').replace('cases', 'faelle')
      await page.goto(`${stack.url}/${address}`)
      for (const on of [today, addDays(today, 14)]) {
        const told = await ask<Statement & { statements?: Statement[] }>(`${place}/statement?on=${on}`)
        if (on !== today) await page.getByRole('radio', { name: /in 14 Tagen/ }).check({ force: true })
        expect(await whatPanelSays(on), `${place} on ${on}`).toEqual(whatApiSays(told.statements?.[0] ?? told))
      }
    }
  })

  it('opens down to the law by keyboard, and gives the statement as PDF', async () => {
    const { invoices } = await ask<{ invoices: { id: string }[] }>('invoices?view=overdue&limit=1')
    const id = invoices[0]?.id ?? ''
    await page.goto(`${stack.url}/rechnungen/${id}`)
    const panel = page.getByRole('region', { name: PANEL })
    const interest = panel.locator('summary').filter({ hasText: 'Verzugszinsen' }).first()
    await interest.focus()
    await page.keyboard.press('Enter')
    await panel.getByText(/BGB/).filter({ visible: true }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const href = await panel.getByRole('link', { name: 'Forderungsaufstellung (PDF)' }).getAttribute('href')
    const head = await page.evaluate(
      `fetch(${JSON.stringify(href)}).then(async (answer) => [answer.status, (await answer.text()).slice(0, 5)])`,
    )
    expect(head).toEqual([200, '%PDF-'])
  })

  it('takes what is known of the invoice, and answers anew', async () => {
    const { invoices } = await ask<{ invoices: { id: string }[] }>('invoices?view=overdue&limit=100')
    let id = ''
    for (const invoice of invoices) {
      const told = await ask<Statement>(`invoices/${invoice.id}/statement`)
      if (!told.late.late) id = invoice.id
    }
    expect(id).not.toBe('')
    await page.goto(`${stack.url}/rechnungen/${id}`)
    const panel = page.getByRole('region', { name: PANEL })
    await panel.getByRole('heading', { name: 'Noch nicht im Verzug' }).waitFor()
    await panel.getByRole('button', { name: 'Angaben ergänzen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Der Tag ist vereinbart').selectOption('yes')
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await panel.getByRole('heading', { name: 'Im Verzug', exact: true }).waitFor()
    const told = await ask<Statement>(`invoices/${id}/statement`)
    expect(await whatPanelSays(today)).toEqual(whatApiSays(told))
  })
})

describe('the handover', { timeout: 60_000 }, () => {
  it('names the most that the law lets the debtor pay for the first letter', async () => {
    const { invoices } = await ask<{ invoices: { id: string; debtorId: string; amount: number; open: number }[] }>(
      'invoices?view=overdue&limit=100',
    )
    const invoice = invoices.find(({ amount, open }) => amount === open)
    const debtor = await ask<{ name: { kind: 'consumer' | 'business' } }>(`debtors/${invoice?.debtorId ?? ''}`)
    const { deductsInputTax } = await ask<{ deductsInputTax: boolean }>('settings/tenant')
    const country = COUNTRIES.find(({ code }) => code === 'DE')
    const note = country?.collectionCosts(
      {
        principals: [minor(invoice?.amount ?? 0)],
        debtor: debtor.name.kind,
        engagedOn: today,
        on: today,
        collector: 'agency',
        creditorDeductsVat: deductsInputTax,
        disputed: false,
        extensive: false,
        steps: [{ kind: 'first_letter', on: today }],
        flat: minor(0),
      },
      country.settings,
    )
    if (note?.ok !== true) throw new Error(note?.refusal.code)
    await page.goto(`${stack.url}/rechnungen/${invoice?.id ?? ''}/forderung-anlegen`)
    const row = page.getByRole('row').filter({ hasText: 'Inkassokosten' }).first()
    await row.getByText(`bis ${written(note.value.gross, 'EUR')}`).waitFor()
    await row.getByText('So gerechnet').click()
    await row
      .getByText(/Geschäftsgebühr/)
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('the settings of the law', { timeout: 60_000 }, () => {
  it('are saved, hold after a reload, and change what is owed', async () => {
    await page.goto(`${stack.url}/einstellungen/recht`)
    const interest = page.getByLabel('Verzugszinsen verlangen')
    await interest.uncheck()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').first().waitFor()
    await page.reload()
    await interest.waitFor()
    expect(await interest.isChecked()).toBe(false)
    expect((await ask<{ interestDemanded: boolean }>('settings/law')).interestDemanded).toBe(false)
    const { invoices } = await ask<{ invoices: { id: string }[] }>('invoices?view=overdue&limit=1')
    await page.goto(`${stack.url}/rechnungen/${invoices[0]?.id ?? ''}`)
    const panel = page.getByRole('region', { name: PANEL })
    await panel.getByText('Hauptforderung').first().waitFor()
    expect(await panel.locator('summary').filter({ hasText: 'Verzugszinsen' }).count()).toBe(0)
    await page.goto(`${stack.url}/einstellungen/recht`)
    await interest.check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').first().waitFor()
  })
})

describe('the public calculators', { timeout: 60_000 }, () => {
  it.each(COUNTRIES.map((country) => [country.names.de, country] as const))(
    'say what core says (%s)',
    async (_, country) => {
      const visitor = await newVisitor(browser)
      await visitor.goto(`${stack.url}/rechner/${country.code.toLowerCase()}#stand=2026-06-01&ungesichert=ja`)
      await visitor.getByRole('button', { name: 'Beispiel einsetzen' }).click()
      const answer = claimStatement(
        country,
        {
          facts: {
            debtor: 'business',
            principal: minor(120_000),
            contractOn: day('2026-01-15'),
            dueOn: day('2026-01-15'),
            dueAgreed: true,
            invoiceNotice: false,
            remindersReceivedOn: [],
            forPerformance: true,
            debtorAtFault: true,
          },
          currency: country.currency,
          entries: [{ kind: 'payment', on: day('2026-03-02'), amount: minor(40_000) }],
          on: day('2026-06-01'),
          interestDemanded: true,
          flatDemanded: true,
        },
        { ...country.settings, trust: { provisional: false, lowConfidence: true } },
      )
      if (!answer.ok) throw new Error(answer.refusal.code)
      const tree = explained(explainStatement(answer.value.statement), country, 'de')
      const result = visitor.getByRole('region', { name: 'Ergebnis' })
      await result.getByText('Offen, wenn am 01.06.2026 bezahlt wird').waitFor()
      expect(plain(await result.locator('output').innerText())).toBe(
        plain(`Offen, wenn am 01.06.2026 bezahlt wird ${written(tree.amount ?? 0, country.currency)}`),
      )
      const parts = result.locator('section').first().locator(':scope > ul > li > details > summary')
      expect((await parts.allInnerTexts()).map(plain)).toEqual(
        tree.lines.map((line) => plain(`${line.text} ${written(line.amount ?? 0, country.currency)}`)),
      )
      await visitor.context().close()
    },
  )

  it('hold everything in the link, and compute while somebody types', async () => {
    const visitor = await newVisitor(browser, PHONE)
    await visitor.goto(
      `${stack.url}/rechner/de#faellig=2026-01-15&schuldner=verbraucher&vereinbart=ja&stand=2026-06-01`,
    )
    await visitor.getByLabel('Rechnungsbetrag').fill('480')
    const result = visitor.getByRole('region', { name: 'Ergebnis' })
    const figure = result.locator('output')
    await figure.waitFor()
    const first = plain(await figure.innerText())
    await visitor.getByLabel('Rechnungsbetrag').fill('4800')
    await expect.poll(async () => plain(await figure.innerText())).not.toBe(first)
    const second = plain(await figure.innerText())
    await expect.poll(() => new URL(visitor.url()).hash).toContain('betrag=4800.00')
    const link = visitor.url()
    await visitor.goto('about:blank')
    await visitor.goto(link)
    await figure.waitFor()
    expect(plain(await figure.innerText())).toBe(second)
    await visitor.context().close()
  })

  it('refuse a day that nobody knows yet, and go on provisionally when told to', async () => {
    const visitor = await newVisitor(browser)
    const words = 'betrag=1200.00&faellig=2026-01-15&schuldner=verbraucher&vereinbart=ja&stand=2028-03-01'
    await visitor.goto(`${stack.url}/rechner/de#${words}`)
    await visitor.getByRole('button', { name: 'Vorläufig weiterrechnen' }).click()
    const result = visitor.getByRole('region', { name: 'Ergebnis' })
    await result.getByText('vorläufig', { exact: true }).first().waitFor()
    expect(await accessibilityFaults(visitor)).toEqual([])
    await visitor.context().close()
  })

  it('ask the server for nothing but their files', async () => {
    const visitor = await newVisitor(browser)
    const asked: string[] = []
    visitor.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await visitor.goto(`${stack.url}/rechner/de/inkassokosten`)
    await visitor.getByRole('button', { name: 'Beispiel einsetzen' }).click()
    await visitor.getByRole('region', { name: 'Ergebnis' }).getByText('Höchstens zu zahlen').waitFor()
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
    await visitor.context().close()
  })
})
