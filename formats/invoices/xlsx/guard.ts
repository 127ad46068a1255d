// Looks into a workbook before the reader does. The reader unpacks whatever it is given, and works in pieces that it
// joins again while a text or tag goes on, so one text of many megabytes takes it a minute. Neither is ever in a real
// workbook: a cell holds at most 32,767 characters.

import { unzipSync } from 'fflate'

const UNPACKED_BYTES_MAX = 300_000_000
const TOKEN_BYTES_MAX = 250_000

/** What speaks against reading it; undefined where nothing does. Throws where it is no ZIP. */
export function dangerIn(workbook: Uint8Array): 'too_large' | 'token_too_long' | undefined {
  let unpacked = 0
  // A part that states less than it holds is cut off at what it states.
  const parts = unzipSync(workbook, { filter: (part) => (unpacked += part.originalSize) <= UNPACKED_BYTES_MAX })
  if (unpacked > UNPACKED_BYTES_MAX) return 'too_large'
  return Object.values(parts).some(hasLongToken) ? 'token_too_long' : undefined
}

const [LESS_THAN, EXCLAMATION, QUESTION] = [0x3c, 0x21, 0x3f]

function hasLongToken(xml: Uint8Array): boolean {
  for (let at = 0; at < xml.length;) {
    const isMarkup = xml[at] === LESS_THAN
    const end = isMarkup ? endOfMarkup(xml, at) : xml.indexOf(LESS_THAN, at)
    const length = (end < 0 ? xml.length : end) - at
    if (length > TOKEN_BYTES_MAX) return true
    at += length
  }
  return false
}

/** Index behind the tag, comment, CDATA section or instruction; -1 where it never ends. */
function endOfMarkup(xml: Uint8Array, start: number): number {
  const kind = xml[start + 1]
  if (kind !== EXCLAMATION && kind !== QUESTION) return behind(xml, [0x3e], start)
  if (kind === QUESTION) return behind(xml, [QUESTION, 0x3e], start)
  const isComment = xml[start + 2] === 0x2d
  return isComment ? behind(xml, [0x2d, 0x2d, 0x3e], start + 4) : behind(xml, [0x5d, 0x5d, 0x3e], start)
}

function behind(xml: Uint8Array, end: readonly number[], from: number): number {
  const [first = 0] = end
  for (let at = xml.indexOf(first, from); at >= 0; at = xml.indexOf(first, at + 1)) {
    if (end.every((byte, offset) => xml[at + offset] === byte)) return at + end.length
    if (at - from > TOKEN_BYTES_MAX) return -1
  }
  return -1
}
