// Reads a PDF back with a reader that is not ours, for tests: texts with their places on the sheet, tags, fonts, and the
// page as a picture.

import { type PDFDocumentProxy, type PDFPageProxy, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Millimetres from the upper left corner of the sheet; `bottom` is the base line. */
export type Placed = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly size: number
}

export type ReadPdf = {
  readonly pages: readonly (readonly Placed[])[]
  /** All of it, with single blanks. */
  readonly text: string
  readonly info: Readonly<Record<string, unknown>>
  readonly metadata: string
  readonly marked: boolean
  readonly roles: readonly string[]
  readonly alternatives: readonly string[]
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await open(bytes)
  const pages = await pagesOf(document)
  const { info, metadata } = await document.getMetadata()
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  const nodes = trees.flatMap((tree) => nodesOf(tree as Node | null))
  const placed = await Promise.all(pages.map(placedOn))
  const fonts = (await Promise.all(pages.map(fontsOf))).flat()
  const marks = (await document.getMarkInfo()) as ReadonlyMap<string, boolean> | null
  await document.loadingTask.destroy()
  return {
    pages: placed,
    text: placed
      .flat()
      .map(({ text }) => text)
      .join(' ')
      .replace(/[\s\u00a0]+/g, ' '),
    info: info as Record<string, unknown>,
    metadata: (metadata as { getRaw: () => string } | null)?.getRaw() ?? '',
    marked: marks?.get('Marked') === true,
    roles: nodes.flatMap(({ role }) => role ?? []),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    fonts,
  }
}

export type Picture = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** Millimetres from the upper left corner of the sheet. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The page, or an area of it, as a screen shows it, at 72 times `scale` dots per inch. */
export async function picturePage(bytes: Uint8Array, number: number, scale: number, area?: Area): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const document = await open(bytes)
  const page = await document.getPage(number)
  const dots = scale / MM
  const { left = 0, top = 0 } = area ?? {}
  const viewport = page.getViewport({ scale, offsetX: -left * dots, offsetY: -top * dots })
  const width = Math.ceil(area === undefined ? viewport.width : area.width * dots)
  const height = Math.ceil(area === undefined ? viewport.height : area.height * dots)
  const canvas = createCanvas(width, height)
  // pdf.js asks for the browser's canvas, whose type does not exist here; this one has the same methods.
  await page.render({ canvas: canvas as never, viewport }).promise
  await document.loadingTask.destroy()
  return { data: canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // The reader takes the memory it is given, so it gets a copy.
  return getDocument({ data: Uint8Array.from(bytes), fontExtraProperties: true, verbosity: 0 }).promise
}

function pagesOf(document: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
}

const MM = 25.4 / 72

async function placedOn(page: PDFPageProxy): Promise<Placed[]> {
  const [, , , height = 0] = page.view
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
    return { text: item.str, left: x * MM, right: (x + item.width) * MM, bottom: (height - y) * MM, size }
  })
}

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] }

function nodesOf(node: Node | null): Node[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(nodesOf)]
}

async function fontsOf(page: PDFPageProxy): Promise<{ name: string; embedded: boolean }[]> {
  await page.getOperatorList() // fonts are read with it
  const { styles } = await page.getTextContent()
  return Object.keys(styles).map((id) => {
    const font = page.commonObjs.get(id) as { name: string; missingFile: boolean }
    return { name: font.name, embedded: !font.missingFile }
  })
}
