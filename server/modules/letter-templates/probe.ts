// Tries what a creditor brings by setting one small letter with it: what cannot be set now would hold up every letter later.

import { type Letter, type Logo } from '@mahnwerk/core/letters'
import { day } from '@mahnwerk/core/calendar'
import { refused } from '../../http/index.ts'
import { UnprintableError, renderLetter } from '../../letters/index.ts'

/** Refuses characters that our font lacks. */
export async function assertPrintable(texts: readonly string[]): Promise<void> {
  try {
    await renderLetter(probe(texts))
  } catch (error) {
    if (error instanceof UnprintableError) throw refused('template_unprintable', { text: error.text })
    throw error
  }
}

/** Refuses a picture that cannot be set. */
export async function assertSettable(logo: Logo): Promise<void> {
  try {
    await renderLetter(probe([], logo))
  } catch {
    throw refused('logo_broken')
  }
}

function probe(texts: readonly string[], logo?: Logo): Letter {
  return {
    language: 'de',
    day: day('2026-01-01'),
    title: 'Probe',
    head: { name: 'Probe', returnAddress: 'Probe', foot: [['Probe']], ...(logo === undefined ? {} : { logo }) },
    recipient: ['Probe'],
    info: [],
    subject: 'Probe',
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    pages: '{page}/{pages}',
  }
}
