// Pictures of every page at 1440 and 390 pixels, light and dark, under artefacts/screenshots/. Each is checked for
// accessibility on the way; the last line says how many were made and how many findings there were.

import type { Page } from 'playwright-core'
import { startStack } from './browser/stack.ts'
import { DESK, type Look, PHONE, accessibilityFaults, newVisitor, openBrowser, picture } from './browser/visitor.ts'
import { type PlaceOnTheWay, signInAsOwner, wholeWay } from './browser/way.ts'

const LOOKS: readonly Look[] = [DESK, PHONE].flatMap((look) => [look, { ...look, scheme: 'dark' as const }])

const stack = process.env['MAHNWERK_URL'] === undefined ? await startStack() : undefined
const url = stack?.url ?? process.env['MAHNWERK_URL'] ?? ''
const browser = await openBrowser()
let made = 0
let findings = 0

async function take(page: Page, look: Look, place: PlaceOnTheWay): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}${place.path}`)
  await place.ready(page)
  await page.evaluate('document.fonts.ready')
  await picture(page, 'screenshots', `${place.name}-${look.width}-${look.scheme}`, true)
  made += 1
  const faults = await accessibilityFaults(page)
  const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  if (Number(sideways) > 0) faults.push(`wider than the window by ${String(sideways)} px`)
  findings += faults.length
  for (const fault of faults) console.log(`${place.name} ${look.width} ${look.scheme}: ${fault}`)
}

try {
  for (const look of LOOKS) {
    const page = await newVisitor(browser, look)
    await take(page, look, {
      name: 'anmelden',
      path: '/anmelden',
      ready: (it) => it.getByLabel('E-Mail-Adresse').waitFor(),
    })
    await signInAsOwner(page, url)
    for (const place of await wholeWay(page)) await take(page, look, place)
    await page.context().close()
  }
} finally {
  await browser.close()
  await stack?.stop()
}
console.log(`${made} pictures, ${findings} findings`)
process.exitCode = findings === 0 ? 0 : 1
