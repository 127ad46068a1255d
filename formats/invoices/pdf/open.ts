// Opens a PDF. What pdf-lib cannot open is refused by kind: encrypted, or broken with its reason.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { EncryptedPDFError, PDFDocument } from 'pdf-lib'
import { type ReadResult } from '../refusals.ts'

/** Strict first; a file with damaged objects gets a second, lenient try, because its invoice may be whole. */
export async function openPdf(bytes: Uint8Array): Promise<ReadResult<PDFDocument>> {
  try {
    return accept(await load(bytes, true))
  } catch (error) {
    if (error instanceof EncryptedPDFError) return refuse('pdf_encrypted')
  }
  try {
    return accept(await load(bytes, false))
  } catch (error) {
    if (error instanceof EncryptedPDFError) return refuse('pdf_encrypted')
    return refuse('pdf_broken', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unreadable' })
  }
}

function load(bytes: Uint8Array, throwOnInvalidObject: boolean): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { throwOnInvalidObject, updateMetadata: false, parseSpeed: Infinity })
}
