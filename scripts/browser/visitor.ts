// Somebody who uses the pages: signs in, looks, and has every page checked for accessibility.

import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright-core'
import { launchOptions } from '../chromium.ts'

export type Look = { readonly width: number; readonly height: number; readonly scheme: 'light' | 'dark' }

export const DESK: Look = { width: 1440, height: 900, scheme: 'light' }
export const PHONE: Look = { width: 390, height: 844, scheme: 'light' }

export function openBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions())
}

/** A fresh profile, in German and in Berlin. */
export async function newVisitor(browser: Browser, look: Look = DESK): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong with the page as it stands, one line a finding; empty when nothing is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // A frame in which nothing may run cannot be looked into either; trying takes a minute.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox=""]').withTags(TAGS).analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

/** Keeps a picture under artefacts/, which git ignores. */
export async function picture(page: Page, folder: string, name: string, whole = false): Promise<void> {
  const directory = join(import.meta.dirname, '..', '..', 'artefacts', folder)
  await mkdir(directory, { recursive: true })
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: whole })
}
