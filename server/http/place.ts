// Where a page of a list by time ended: the day or moment of its last row and that row's id, joined by a tilde.

import { z } from 'zod'
import { refused } from './refused.ts'

const VALUES = { day: z.iso.date(), moment: z.iso.datetime() }

export type PlaceBefore = { readonly value: string | null; readonly id: string | null }

/** Both null for the first page. Throws Refused (400) where the text is no page's end. */
export function placeBefore(text: string | undefined, kind: keyof typeof VALUES): PlaceBefore {
  if (text === undefined) return { value: null, id: null }
  const [value, id, ...more] = text.split('~')
  const isPlace = VALUES[kind].safeParse(value).success && z.uuid().safeParse(id).success && more.length === 0
  if (!isPlace || value === undefined || id === undefined) throw refused('cursor_not_usable', {}, { status: 400 })
  return { value, id }
}
