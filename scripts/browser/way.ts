// Every page of the office with real things of the demo on it, and when each has settled.

import type { Page } from 'playwright-core'
import { DEMO_LOGINS } from '../../server/modules/demo/index.ts'

export type PlaceOnTheWay = {
  readonly name: string
  readonly path: string
  readonly ready: (page: Page) => Promise<unknown>
}

export async function signInAsOwner(page: Page, url: string): Promise<void> {
  const [owner] = DEMO_LOGINS
  if (!owner) throw new Error('a demo without logins')
  await page.goto(`${url}/anmelden`)
  await page.getByLabel('E-Mail-Adresse').fill(owner.email)
  await page.getByLabel('Passwort', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Guten / }).waitFor()
}

type Listed = {
  readonly id: string
  readonly invoiceId?: string
  readonly debtorId?: string
  readonly processing?: string
  readonly questionsOpen?: number
}

/** The pages, once somebody is signed in. */
export async function wholeWay(page: Page): Promise<PlaceOnTheWay[]> {
  const ask = async (path: string, key: string): Promise<Listed[]> => {
    const answer = (await page.evaluate(`fetch('/api/v1/${path}').then((answer) => answer.json())`)) as Record<
      string,
      Listed[]
    > // our own API
    return answer[key] ?? []
  }
  const cases = await ask('cases?state=all', 'cases')
  const [overdue] = await ask('invoices?view=overdue&limit=1', 'invoices')
  const [run] = await ask('dunning/runs?limit=1', 'runs')
  const active = cases.find((one) => one.processing === 'accepted') ?? cases[0]
  const asked = cases.find((one) => (one.questionsOpen ?? 0) > 0) ?? active
  const ended = cases.find((one) => one.processing === 'ended') ?? active
  const heading = (name: RegExp | string) => (it: Page) => it.getByRole('heading', { level: 1, name }).waitFor()
  const loaded = (it: Page) =>
    it
      .locator('main h1')
      .waitFor()
      .then(() => it.locator('[aria-busy=true]').first().waitFor({ state: 'detached' }))
  return [
    { name: 'uebersicht', path: '/', ready: heading(/^Guten /) },
    ...['alle', 'offen', 'ueberfaellig', 'inkasso', 'bezahlt', 'ausgebucht'].map((view) => ({
      name: `rechnungen-${view}`,
      path: `/rechnungen?ansicht=${view}`,
      ready: loaded,
    })),
    { name: 'rechnung', path: `/rechnungen/${ended?.invoiceId}`, ready: loaded },
    { name: 'rechnung-ueberfaellig', path: `/rechnungen/${overdue?.id}`, ready: loaded },
    { name: 'forderung-anlegen', path: `/rechnungen/${overdue?.id}/forderung-anlegen`, ready: loaded },
    { name: 'rechnung-neu', path: '/rechnungen/neu', ready: loaded },
    { name: 'importieren', path: '/rechnungen/importieren', ready: loaded },
    { name: 'mahnungen', path: '/mahnungen', ready: loaded },
    { name: 'mahnvorschau', path: '/mahnungen/vorschau', ready: loaded },
    { name: 'nicht-gemahnt', path: '/mahnungen/vorschau?ansicht=nicht', ready: loaded },
    { name: 'vorschlaege', path: '/mahnungen/vorschlaege', ready: loaded },
    { name: 'mahnsperren', path: '/mahnungen/sperren', ready: loaded },
    { name: 'mahnlaeufe', path: '/mahnungen/laeufe', ready: loaded },
    { name: 'mahnlauf', path: `/mahnungen/lauf/${run?.id}`, ready: loaded },
    { name: 'kunde', path: `/kunden/${overdue?.debtorId}`, ready: loaded },
    { name: 'mahnstufen', path: '/einstellungen/mahnstufen/neu', ready: loaded },
    { name: 'hilfe-mahnwesen', path: '/hilfe/mahnwesen', ready: loaded },
    { name: 'faelle', path: '/faelle', ready: loaded },
    { name: 'fall', path: `/faelle/${active?.id}`, ready: loaded },
    { name: 'fall-frage', path: `/faelle/${asked?.id}`, ready: loaded },
    { name: 'fall-beendet', path: `/faelle/${ended?.id}`, ready: loaded },
    { name: 'zahlungen', path: '/zahlungen', ready: loaded },
    { name: 'kassenbuch', path: '/kassenbuch', ready: loaded },
    { name: 'postausgang', path: '/postausgang', ready: loaded },
    { name: 'posteingang', path: '/postausgang?ansicht=eingang', ready: loaded },
    ...[
      'praxisdaten',
      'recht',
      'benutzer',
      'sicherheit',
      'api-schluessel',
      'e-mail',
      'mahnwesen',
      'vorlagen',
      'briefkopf',
      'inkasso',
      'anmeldungen',
    ].map((section) => ({
      name: `einstellungen-${section}`,
      path: `/einstellungen/${section}`,
      ready: loaded,
    })),
    { name: 'vorlage', path: '/einstellungen/vorlagen/letzte-verbraucher-de', ready: loaded },
    { name: 'hilfe', path: '/hilfe', ready: loaded },
    { name: 'nicht-gefunden', path: '/gibt-es-nicht', ready: loaded },
    ...calculators(loaded),
  ]
}

const CLAIM = 'betrag=1200.00&faellig=2026-01-15&schuldner=verbraucher&vereinbart=ja&stand=2026-06-01'

// The public pages, each with figures in it.
function calculators(ready: PlaceOnTheWay['ready']): PlaceOnTheWay[] {
  const filled = {
    '/rechner': '',
    '/rechner/de': `${CLAIM}&eintrag=zahlung,2026-03-02,400.00`,
    '/rechner/de/inkassokosten': 'betrag=480.00&schuldner=verbraucher&auftrag=2026-03-02',
    '/rechner/de/gericht': 'betrag=1200.00&antrag=2026-03-02&vertreter=lawyer',
    '/rechner/de/verjaehrung': 'entstanden=2024-03-15',
    '/rechner/de/raten': `${CLAIM}&raten=6`,
    '/rechner/at': CLAIM,
    '/rechner/nl': CLAIM,
    '/rechner/ch': `${CLAIM}&ungesichert=ja`,
  }
  return Object.entries(filled).map(([path, given]) => ({
    name: path.slice(1).replaceAll('/', '-'),
    path: given === '' ? path : `${path}#${given}`,
    ready,
  }))
}
