// Letters as one file for the printer: their pages as they are, each letter beginning on a front side, so that duplex printing
// never sets two letters on one sheet. Tags are left behind: what is archived is the letter itself, this is for paper.

import { PDFDocument } from '@cantoo/pdf-lib'

export type PrintSheet = { readonly bytes: Uint8Array }

/** The sheets in the order given. Throws where one of them is no PDF. */
export async function mergeForPrint(sheets: readonly PrintSheet[], title: string): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false })
  merged.setTitle(title)
  for (const { bytes } of sheets) {
    const sheet = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const page of await merged.copyPages(sheet, sheet.getPageIndices())) merged.addPage(page)
    if (merged.getPageCount() % 2 === 1) addBack(merged)
  }
  return merged.save()
}

function addBack(merged: PDFDocument): void {
  const { width, height } = merged.getPage(merged.getPageCount() - 1).getSize()
  merged.addPage([width, height])
}
