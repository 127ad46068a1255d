// The thread of one merge: first the letters with their enclosures, then, when they are counted, what lies before them.

import { EncryptedPDFError, PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib'
import { parentPort } from 'node:worker_threads'
import type { Enclosure, FromMerge, LeftOut, MergedSheet, PrintOrder, PrintSheet, ToMerge } from './merge.ts'

if (parentPort === null) throw new Error('runs as a worker thread only')
const port = parentPort
const merged = await PDFDocument.create({ updateMetadata: false })
let sides: PrintOrder['sides'] = 'two'

port.on('message', (message: ToMerge) => void answer(message).then((told) => port.postMessage(told)))

async function answer(message: ToMerge): Promise<FromMerge> {
  if ('front' in message) return { bytes: await withFront(message.front) }
  merged.setTitle(message.title)
  ;({ sides } = message)
  const sheets: MergedSheet[] = []
  for (const sheet of message.sheets) sheets.push(await addSheet(sheet))
  return { merged: sheets }
}

async function addSheet({ letter, enclosures }: PrintSheet): Promise<MergedSheet> {
  let pages = await addPages(letter)
  const leftOut: LeftOut[] = []
  for (const enclosure of enclosures) {
    const added = await tryToAdd(enclosure)
    if (typeof added === 'number') pages += added
    else leftOut.push(added)
  }
  return { pages, enclosed: enclosures.length - leftOut.length, leftOut }
}

async function tryToAdd({ name, bytes }: Enclosure): Promise<number | LeftOut> {
  const before = merged.getPageCount()
  try {
    return await addPages(bytes)
  } catch (error) {
    while (merged.getPageCount() > before) merged.removePage(merged.getPageCount() - 1)
    const encrypted = error instanceof EncryptedPDFError || /password|decrypt/i.test(String(error))
    return { name, why: encrypted ? 'encrypted' : 'unreadable' }
  }
}

async function addPages(bytes: Uint8Array): Promise<number> {
  const sheet = await load(bytes)
  const pages = await merged.copyPages(sheet, sheet.getPageIndices())
  if (pages.length === 0) throw new Error('a file without pages')
  for (const page of pages) merged.addPage(page)
  if (sides === 'two' && merged.getPageCount() % 2 === 1) merged.addPage(sizeOf(merged, merged.getPageCount() - 1))
  return pages.length
}

/** Many files are encrypted with an empty password, which every reader opens. */
function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    warnOnInvalidObjects: false,
    password: '',
  })
}

async function withFront(bytes: Uint8Array): Promise<Uint8Array> {
  const front = await load(bytes)
  const pages = await merged.copyPages(front, front.getPageIndices())
  for (const [at, page] of pages.entries()) merged.insertPage(at, page)
  if (sides === 'two' && pages.length % 2 === 1) merged.insertPage(pages.length, sizeOf(merged, 0))
  // Packing the objects would make the file a tenth smaller and take four times as long.
  return merged.save({ useObjectStreams: false })
}

function sizeOf(document: PDFDocument, at: number): [number, number] {
  const { width, height } = document.getPage(at).getSize()
  return [width, height]
}
