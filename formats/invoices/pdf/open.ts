// Opens a PDF. What pdf-lib cannot open is refused by kind: encrypted, or broken with its reason.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { PDFDocument } from 'pdf-lib'
import { type ReadResult } from '../refusals.ts'
import './limits.ts'

/** Strict first; a file with damaged objects gets a second, lenient try, because its invoice may be whole. */
export async function openPdf(bytes: Uint8Array): Promise<ReadResult<PDFDocument>> {
  const document = await load(bytes, true)
    .catch(() => load(bytes, false))
    .catch(broken)
  if (!(document instanceof PDFDocument)) return document
  return document.isEncrypted ? refuse('pdf_encrypted') : accept(document)
}

// Encryption is asked for afterwards: the error that the library throws for it cannot be told from others.
function load(bytes: Uint8Array, throwOnInvalidObject: boolean): Promise<PDFDocument> {
  const options = { throwOnInvalidObject, ignoreEncryption: true, updateMetadata: false, parseSpeed: Infinity }
  return PDFDocument.load(bytes, options)
}

function broken(error: unknown): ReadResult<never> {
  return refuse('pdf_broken', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unreadable' })
}
