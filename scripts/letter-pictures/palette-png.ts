// A PNG of sixteen colours, two pixels a byte: letters have little more, and a picture is a fifth of one in full colour.

import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const WHITE: Colour = [255, 255, 255]
const INK: Colour = [27, 35, 48]
const ACCENT: Colour = [13, 85, 96]
const GROUND: Colour = [245, 246, 247]

const PALETTE: readonly Colour[] = [
  ...Array.from({ length: 11 }, (_, step) => between(WHITE, INK, step / 10)),
  ...[1 / 3, 2 / 3, 1].map((part) => between(WHITE, ACCENT, part)),
  GROUND,
  [0, 0, 0],
]

function between(from: Colour, to: Colour, part: number): Colour {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * part)
  return [at(0), at(1), at(2)]
}

export type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** `data`: red, green, blue and opacity of each pixel, row by row. */
export function palettePng({ data, width, height }: Pixels): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3], 8) // four bits a pixel, colours by palette
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(PALETTE.flat())),
    chunk('IDAT', deflateSync(rowsOf(data, width, height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([SIGNATURE, ...chunks])
}

function rowsOf(data: Uint8ClampedArray, width: number, height: number): Buffer {
  const length = 1 + Math.ceil(width / 2) // each row begins with the name of its filter: none
  const rows = Buffer.alloc(length * height)
  const known = new Map<number, number>()
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
    const key = (red << 16) | (green << 8) | blue
    const index = known.get(key) ?? nearest([red, green, blue])
    known.set(key, index)
    const byte = y * length + 1 + (x >> 1)
    rows[byte] = (rows[byte] ?? 0) | (x % 2 === 0 ? index << 4 : index)
  }
  return rows
}

function nearest(colour: Colour): number {
  const far = PALETTE.map((each) => each.reduce((sum, part, at) => sum + (part - (colour[at] ?? 0)) ** 2, 0))
  return far.indexOf(Math.min(...far))
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
