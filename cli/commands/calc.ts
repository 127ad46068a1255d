// `mahnwerk calc NAME`: asks the law as the API does, with the same question as JSON from a file or "-", or with flags for the
// commonest. Without --json the answer is a table with workings and sources.

import { text } from 'node:stream/consumers'
import { countryOf } from '@mahnwerk/core/countries'
import { EUR } from '@mahnwerk/core/money'
import { CALCULATIONS, type Calculation, sentenceOf } from '@mahnwerk/server/modules/law'
import { type Called, EXAMPLES, WrongCall, flagsOf, readCall } from '../calc/flags.ts'
import { type Language, show } from '../calc/show.ts'
import { WORDS } from '../calc/words.ts'
import { type Run, type Terminal } from '../command.ts'
import { readBytes } from '../files.ts'

export const run: Run = async ([name = '', ...args], terminal) => {
  const calculation = CALCULATIONS.find((each) => each.name === name)
  if (calculation === undefined) {
    for (const each of CALCULATIONS) terminal.err(`mahnwerk calc ${each.name.padEnd(17)} ${each.summary}`)
    return 2
  }
  if (args.length === 0) {
    terminal.err(usageOf(name))
    return 2
  }
  try {
    const called = readCall(name, args, (code) => countryOf(code)?.currency ?? EUR)
    const question = called.file === undefined ? called.question : await questionIn(called.file, terminal)
    return question === undefined ? 2 : ask(calculation, called, question, terminal)
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error
    terminal.err(`mahnwerk calc ${name}: ${error.message}`)
    terminal.err(usageOf(name))
    return 2
  }
}

function ask(calculation: Calculation, { json }: Called, question: unknown, terminal: Terminal): number {
  const language = languageOf(question)
  const parsed = calculation.question.safeParse(question)
  if (!parsed.success) {
    terminal.err(WORDS[language].invalid)
    for (const { path, message } of parsed.error.issues) terminal.err(`  ${path.join('.')}: ${message}`)
    return 2
  }
  const answer = calculation.ask(parsed.data, { language, countryOf })
  if (!answer.ok) {
    const { code, facts } = answer.refusal
    const { title, detail } = sentenceOf(code, facts, language)
    if (json) terminal.out(JSON.stringify({ refused: { code, facts, title, detail } }, null, 1))
    else terminal.err(`${title}. ${detail}`)
    return 1
  }
  if (json) terminal.out(JSON.stringify(answer.value, null, 1))
  else for (const line of show(answer.value, language)) terminal.out(line)
  return 0
}

function languageOf(question: unknown): Language {
  return (question as { language?: unknown } | null)?.language === 'en' ? 'en' : 'de'
}

async function questionIn(path: string, terminal: Terminal): Promise<unknown> {
  const bytes = path === '-' ? await text(process.stdin) : await readBytes(path, terminal)
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new WrongCall(`${path} ist kein JSON`)
  }
}

function usageOf(name: string): string {
  const flags = Object.entries(flagsOf(name)).map(([flag, { kind }]) => `  --${flag}${EXAMPLES[kind]}`)
  return [`mahnwerk calc ${name} [--json] [DATEI|-]`, ...flags].join('\n')
}
