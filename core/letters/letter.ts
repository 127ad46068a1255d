// What a letter says, as data: every text is ready to be read, every amount is written. How it looks is the
// engine's matter, so the same letter can become a PDF, a mail or a page. Nothing here is markup.

import type { LocalDate } from '../calendar/index.ts'
import type { Currency, Minor } from '../money/index.ts'
import type { Language } from './texts.ts'

export type Letter = {
  readonly language: Language
  /** The day it is written; the same letter of the same day is the same file. */
  readonly day: LocalDate
  /** The name of the document, as a window or an archive shows it. */
  readonly title: string
  readonly head: Letterhead
  /** Lines of the address window, at most six (DIN 5008). */
  readonly recipient: readonly string[]
  /** The block at the right of the window. */
  readonly info: readonly Fact[]
  readonly subject: string
  readonly subjectMore?: string
  readonly body: readonly Block[]
  /** "Seite {page} von {pages}": the engine knows the numbers. */
  readonly pages: string
}

export type Letterhead = {
  readonly name: string
  /** The small line above the address: where the letter goes when it cannot be delivered. */
  readonly returnAddress: string
  readonly accent?: string
  readonly logo?: Logo
  /** Columns at the foot of each page. */
  readonly foot: readonly (readonly string[])[]
}

export type Logo = { readonly bytes: Uint8Array; readonly format: 'png' | 'jpg' | 'svg' }

export type Fact = { readonly label: string; readonly value: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'highlight'; readonly label: string; readonly value: string; readonly more?: string }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }
  | { readonly kind: 'payment'; readonly facts: readonly Fact[]; readonly code?: PaymentCode }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'closing'; readonly lines: readonly string[] }
  /** What follows is an annex and begins on a page of its own. */
  | { readonly kind: 'page' }

/** `end` is for figures: set flush right with digits of one width. */
export type Column = { readonly title: string; readonly align: 'start' | 'end'; readonly width: 'rest' | 'own' }

export type TableRow = { readonly kind: 'line' | 'sum' | 'total'; readonly cells: readonly Cell[] }

/** `under` is set small below the text; `depth` indents; `quiet` is of less weight than its neighbours. */
export type Cell = {
  readonly text: string
  readonly under?: readonly string[]
  readonly depth?: number
  readonly quiet?: boolean
}

/** A transfer that a banking app reads from a code. The engine makes the code where the transfer allows one. */
export type PaymentCode = {
  readonly holder: string
  readonly iban: string
  readonly bic?: string
  readonly amount: Minor
  readonly currency: Currency
  readonly reference: string
  /** What the code says, for those who cannot see it, and below the picture. */
  readonly description: string
  readonly caption: string
}
