// The demo in a browser, its owner signed in: how the tests of its pages begin.

import type { Browser, Page } from 'playwright-core'
import { startStack } from './stack.ts'
import { type Look, newVisitor, openBrowser } from './visitor.ts'
import { signInAsOwner } from './way.ts'

export type Demo = {
  readonly url: string
  /** The owner's. */
  readonly page: Page
  /** Our own API, asked from the owner's page. */
  readonly ask: <Answer>(path: string, method?: string, body?: object) => Promise<Answer>
  /** The owner once more, at another place, looking otherwise. */
  readonly again: (look: Look) => Promise<Page>
  readonly close: () => Promise<void>
}

const PATIENCE_MS = 20_000

export async function openDemo(): Promise<Demo> {
  const stack = await startStack()
  let browser: Browser | undefined
  const close = async (): Promise<void> => {
    await browser?.close()
    await stack.stop()
  }
  const signedIn = async (look?: Look): Promise<Page> => {
    browser ??= await openBrowser()
    const page = await newVisitor(browser, look)
    page.setDefaultTimeout(PATIENCE_MS)
    await signInAsOwner(page, stack.url)
    return page
  }
  try {
    const page = await signedIn()
    return { url: stack.url, page, ask: asking(page), again: signedIn, close }
  } catch (error) {
    await close()
    throw error
  }
}

function asking(page: Page) {
  return async <Answer>(path: string, method = 'GET', body?: object): Promise<Answer> => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) }
    const asked = { path: `/api/v1/${path}`, init }
    const answer: unknown = await page.evaluate(
      ({ path: at, init: how }) => fetch(at, how as RequestInit).then((said) => said.json() as unknown),
      asked,
    )
    return answer as Answer // as its route's schema has it
  }
}
