// What a letter is called as a file: what it is and what it is about, in signs that every mail program and every disk takes.

import { type Letter, noticeNumber } from '@mahnwerk/core/letters'
import type { StoredNotice } from './stored.ts'

const LENGTH_MAX = 80

/** "Zahlungserinnerung-R-2026-123.pdf": by the invoice where it is alone, which its reader knows, else by the notice. */
export function letterFileName(
  { subject }: Pick<Letter, 'subject'>,
  { items, year, number }: Pick<StoredNotice, 'items' | 'year' | 'number'>,
): string {
  const [only] = items
  const own = noticeNumber(year, number)
  const about = only !== undefined && items.length === 1 ? plain(only.number) : own
  return `${[plain(subject), about || own].filter((part) => part !== '').join('-')}.pdf`
}

function plain(text: string): string {
  const words = text.normalize('NFC').replace(/[^\p{L}\p{N}._]+/gu, '-')
  return words.slice(0, LENGTH_MAX).replace(/^[-.]+|[-.]+$/g, '')
}
