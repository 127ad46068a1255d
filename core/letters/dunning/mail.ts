// A letter as a mail: the same words as text and as HTML. Mail programs know little: tables for the layout, styles at each
// element, no pictures, no scripts, no addresses to click but the creditor's own. Every text is escaped, none is markup.

import type { Block, Fact, Letter, TableRow } from '../letter.ts'
import { htmlOf } from './mail-html.ts'

export type LetterAsMail = { readonly subject: string; readonly text: string; readonly html: string }

/** `number`: the notice's, in the subject so that answers find it. No invoice text stands there: subjects are read by others. */
export function mailOf(letter: Letter, number: string): LetterAsMail {
  return { subject: `${letter.subject} ${number}`, text: textOf(letter), html: htmlOf(letter) }
}

function textOf({ subject, subjectMore, info, body, head }: Letter): string {
  const title = [subject, ...(subjectMore === undefined ? [] : [subjectMore])].join('\n')
  const blocks = body.flatMap((block) => blockText(block) ?? [])
  const foot = head.foot.map((column) => column.map(plain).join('\n')).join('\n\n')
  return [title, factLines(info), ...blocks, '-- ', foot].map(plain).join('\n\n').replace('-- \n\n', '-- \n') + '\n'
}

function blockText(block: Block): string | undefined {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text
    case 'heading':
      return block.text.toUpperCase()
    case 'highlight':
      return [`${block.label}: ${block.value}`, ...(block.more === undefined ? [] : [block.more])].join('\n')
    case 'table':
      return block.rows
        .map((row) =>
          rowText(
            row,
            block.columns.map(({ title }) => title),
          ),
        )
        .join('\n')
    case 'payment':
      return factLines(block.facts)
    case 'closing':
      return block.lines.join('\n')
    case 'page':
      return undefined
  }
}

/** "RE-1: Datum 01.03.2026, Fällig am 31.03.2026, Offen 12,00 €": columns do not stand under each other in every font. */
function rowText({ cells: [first, ...others] }: TableRow, [, ...titles]: readonly string[]): string {
  const named = others.flatMap(({ text }, index) => (text === '' ? [] : [`${titles[index] ?? ''} ${text}`]))
  const lines = [`${first?.text ?? ''}: ${named.join(', ')}`, ...(first?.under ?? []).map((line) => `  ${line}`)]
  return lines.join('\n')
}

function factLines(facts: readonly Fact[]): string {
  return facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}
