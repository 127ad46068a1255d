// From a letter to its PDF: the same letter of the same day is the same file, byte for byte.

import {
  type Column,
  type Fact,
  type Letter,
  type Logo,
  type StatementLetter,
  type TableRow,
  statementAsLetter,
} from '@mahnwerk/core/letters'
import type { PdfJob } from './compiler.ts'
import { paymentPicture } from './payment-picture.ts'
import { type Pool, openPool } from './pool.ts'
import { printable, unprintableIn } from './printable.ts'

export type Template = 'letter' | 'list'

/** What a template reads: JSON values only, with the pictures that it names by path beside it. */
export type TemplateData = {
  readonly day: string
  readonly values: object
  readonly files?: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

let pool: Pool | undefined

/**
 * Tagged PDF/A-3a. Rejects where the data does not fit the template, and with UnprintableError where a text has
 * characters that our font lacks; no letter comes out half.
 */
export function renderPdf(template: Template, data: TemplateData): Promise<Uint8Array> {
  return render(template, () => data)
}

function render(template: Template, make: () => TemplateData): Promise<Uint8Array> {
  pool ??= openPool()
  return pool
    .run(() => jobOf(template, make()))
    .catch((error: unknown) => {
      throw unprintableIn(error) ?? error
    })
}

function jobOf(template: Template, { day, values, files = [] }: TemplateData): PdfJob {
  const data = JSON.stringify(values, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value))
  return { template, data, files, day }
}

export function renderLetter(letter: Letter): Promise<Uint8Array> {
  return render('letter', () => dataOf(letter))
}

/** The debtor's cost sheet. Throws where its sums, parts and totals do not agree. */
export async function renderStatement(statement: StatementLetter): Promise<Uint8Array> {
  return renderLetter(statementAsLetter(statement))
}

/** What a list for the desk holds: every text is written. */
export type ListSheet = {
  readonly language: 'de' | 'en'
  readonly day: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** "Seite {page} von {pages}" */
  readonly pages: string
}

export function renderList({ day, ...values }: ListSheet): Promise<Uint8Array> {
  return renderPdf('list', { day, values })
}

/** Ends the threads; the next letter starts new ones. */
export async function closeLetters(): Promise<void> {
  const open = pool
  pool = undefined
  await open?.close()
}

export function dataOf(letter: Letter): TemplateData {
  const { logo, ...head } = letter.head
  const path = logo === undefined ? undefined : `/logo.${logo.format}`
  const values = {
    ...letter,
    head: path === undefined ? head : { ...head, logo: path },
    body: letter.body.map((block) => (block.kind === 'payment' ? paymentPicture(block) : block)),
  }
  return { day: letter.day, values, ...(logo === undefined || path === undefined ? {} : { files: fileOf(logo, path) }) }
}

function fileOf({ bytes }: Logo, path: string) {
  return [{ path, bytes }]
}
