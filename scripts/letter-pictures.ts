// A picture of each reminder under docs/letters/, to be looked at whenever words or looks change: node scripts/letter-pictures.ts
// Sixteen colours of a letter's own and half the size of paper on a screen keep them small. README.md beside them lists all.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeLetters, renderLetter } from '@mahnwerk/server/letters'
import { EVERY_LETTER, type EveryLetter, picturePage, readPdf, written } from '@mahnwerk/server/letters/testing'
import { palettePng } from './letter-pictures/palette-png.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'letters')
const SCALE = 1.05 // 75 dots per inch

// A country's own language, and English and Dutch where debtors of Germany read them; consumers, whom most duties protect.
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  DE: ['de', 'en', 'nl'],
  AT: ['de'],
  NL: ['nl', 'en'],
  CH: ['de'],
}
const shown = EVERY_LETTER.filter(
  ({ country, language, debtor }) => debtor === 'consumer' && LANGUAGES[country]?.includes(language),
)

async function take(of: EveryLetter): Promise<string[]> {
  const bytes = await renderLetter(written(of).letter)
  const { pages } = await readPdf(bytes)
  const names: string[] = []
  for (const at of pages.keys()) {
    const name = `${nameOf(of)}${at === 0 ? '' : `-${at + 1}`}.png`
    await writeFile(join(FOLDER, name), palettePng(await picturePage(bytes, at + 1, SCALE)))
    names.push(name)
  }
  return names
}

function nameOf({ country, language, kind, tone }: EveryLetter): string {
  return [country, language, kind, tone].join('-')
}

function listOf(of: EveryLetter, [first = '', ...others]: readonly string[]): string {
  const more = others.map((name, at) => ` [Seite ${at + 2}](${name})`).join('')
  return `| ${of.country} | ${of.language} | ${of.kind} | ${of.tone} | [${first}](${first})${more} |`
}

await mkdir(FOLDER, { recursive: true })
for (const name of await readdir(FOLDER)) if (name.endsWith('.png')) await rm(join(FOLDER, name))
const rows: string[] = []
for (const of of shown) rows.push(listOf(of, await take(of)))
await closeLetters()
const words = `# Letters

Every reminder to a consumer, by country, language, step and voice, as it goes out to be printed. Businesses get the same form with their own
country's sentences. \`node scripts/letter-pictures.ts\` makes these pictures; \`server/letters/outside.test.ts\` has every letter read by programs of others.

| country | language | step | voice | picture |
| --- | --- | --- | --- | --- |
`
await writeFile(join(FOLDER, 'README.md'), `${words}${rows.join('\n')}\n`)
console.log(`${rows.length} letters`)
