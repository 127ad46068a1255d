// Is it a picture for a letterhead? Told by its content, not by its name: the signs at its beginning, its size in pixels before
// anything unpacks it, and for a drawing every element it has, since a drawing may hold programs, names of other places, and
// parts that unfold without end.

import type { Logo } from '@mahnwerk/core/letters'
import { refused } from '../../http/index.ts'

/** Stands in every letter that is kept, so it is small. */
export const LOGO_BYTES_MAX = 256 * 1024
const PIXELS_MAX = 3000

/** Refuses what is no PNG, JPEG or SVG, is too large, or may not be drawn. */
export function logoOf(bytes: Uint8Array): Logo {
  if (bytes.byteLength > LOGO_BYTES_MAX)
    throw refused('logo_too_large', { kilobytes: Math.ceil(bytes.byteLength / 1024), most: LOGO_BYTES_MAX / 1024 })
  const format = formatOf(bytes)
  if (format === undefined) throw refused('logo_not_picture')
  if (format === 'svg') checkDrawing(new TextDecoder().decode(bytes))
  else checkPixels(format === 'png' ? pngSize(bytes) : jpegSize(bytes))
  return { bytes, format }
}

function formatOf(bytes: Uint8Array): Logo['format'] | undefined {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0xff, 0xd8, 0xff)) return 'jpg'
  return isSvg(bytes) ? 'svg' : undefined
}

function isSvg(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+svg[^[>]*>\s*)?<svg[\s>]/.test(text)
  } catch {
    return false // bytes that are no UTF-8
  }
}

type Size = { readonly width: number; readonly height: number }

function checkPixels(size: Size | undefined): void {
  if (size === undefined || size.width < 1 || size.height < 1) throw refused('logo_broken')
  if (Math.max(size.width, size.height) > PIXELS_MAX)
    throw refused('logo_too_many_pixels', { ...size, most: PIXELS_MAX })
}

/** From the first chunk, which the format wants to be IHDR. */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.byteLength < 33 || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'IHDR') return undefined
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** From the frame header: markers are walked by their lengths. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 < bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda) return undefined
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

// Shapes and their colours. Text would need fonts that we do not have; use and filter unfold without end.
const ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'style',
  'title',
  'desc',
  'metadata',
])

function checkDrawing(drawing: string): void {
  const text = drawing.replace(/<!--[\s\S]*?-->/g, '')
  const found = forbiddenIn(text)
  if (found !== undefined) throw refused('logo_not_drawable', { what: found })
}

/** What stands in it that may not, as it is written there. */
function forbiddenIn(text: string): string | undefined {
  const element = [...text.matchAll(/<\s*\/?\s*([A-Za-z_][\w.:-]*)/g)]
    .map(([, name = '']) => name)
    // What editors of drawings note for themselves has a prefix and is never drawn.
    .find((name) => !ELEMENTS.has(name) && !/^(sodipodi|inkscape|rdf|cc|dc|bx|serif|i|x):[\w-]+$/.test(name))
  if (element !== undefined) return `<${element}>`
  const patterns = [
    /<!(?:ENTITY|\[CDATA\[)|<\?xml-stylesheet/i,
    /\son[a-z]+\s*=/i,
    /(?:^|[\s:])(?:href|src)\s*=\s*(?:"(?!#)[^"]*"|'(?!#)[^']*')/i,
    /url\(\s*(?!['"]?#)[^)]*\)?/i,
    /@import|expression\(|javascript:/i,
  ]
  return patterns.map((pattern) => pattern.exec(text)?.[0].trim().slice(0, 60)).find((hit) => hit !== undefined)
}
