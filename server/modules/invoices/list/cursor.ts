// Where a page ended: the sort's rank and value and the id of its last row. Rows inserted meanwhile move nothing: the next
// page goes on behind that place. Opaque outside.

import { z } from 'zod'
import { refused } from '../../../http/index.ts'
import type { ListQuery } from './query.ts'

const placeSchema = z.object({ s: z.string(), r: z.int(), v: z.string(), i: z.uuid() })

export type Place = { readonly rank: number; readonly value: string; readonly id: string }

type Order = Pick<ListQuery, 'sort' | 'direction'>

export function cursorOf({ sort, direction }: Order, { rank, value, id }: Place): string {
  const text = JSON.stringify({ s: `${sort} ${direction}`, r: rank, v: value, i: id })
  return Buffer.from(text).toString('base64url')
}

/** Throws Refused (400) where the cursor is no page's end of this sort and direction. */
export function placeOf({ sort, direction }: Order, cursor: string): Place {
  const place = placeSchema.safeParse(parsed(cursor)).data
  if (place?.s !== `${sort} ${direction}`) throw refused('cursor_not_usable', {}, { status: 400 })
  return { rank: place.r, value: place.v, id: place.i }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
