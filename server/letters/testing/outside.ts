// Programs of others that read PDFs, where the machine has them (poppler-utils, qpdf, zbar-tools).

import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

const NEEDED = ['pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm', 'qpdf', 'zbarimg'] as const
export type Program = (typeof NEEDED)[number]

/** Those that this machine lacks. */
export function missingPrograms(): Program[] {
  return NEEDED.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined)
}

const execute = promisify(execFile)

/** What it says; rejects where it ends with anything but 0. */
export async function outside(program: Program, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program, args, { maxBuffer: 2 ** 26 })
  return stdout
}

/** A word and the box around it, in millimetres from the upper left corner of the sheet. */
export type Word = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const MM = 25.4 / 72
const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g
const MARKS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
}

/** The words of a file's first page as pdftotext measures them. */
export async function wordsOf(file: string): Promise<Word[]> {
  const told = await outside('pdftotext', '-bbox', '-l', '1', file, '-')
  return [...told.matchAll(WORD)].map(([, ...found]) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(0, 4).map((each) => Number(each) * MM)
    return { left, top, right, bottom, text: (found[4] ?? '').replace(/&[a-z#0-9]+;/g, (mark) => MARKS[mark] ?? mark) }
  })
}
