// Files as they arrive, one after the other, each in a transaction of its own: one that is refused stops no other, and no
// more than one is held in memory. The original of what was taken in is kept.

import { createHash } from 'node:crypto'
import type { Refusal } from '@mahnwerk/core/refusals'
import { type InvoiceClaim, type ReadInvoiceFile, claimOf, readInvoiceFile } from '@mahnwerk/formats/invoices'
import type { Principal } from '../../auth/principal.ts'
import { type Context, type Ground, inContext, refused } from '../../http/index.ts'
import { keepDocument } from '../documents/index.ts'
import { choosePractice, readCreditor, recordInvoices } from '../invoices/index.ts'
import { draftOf } from './draft.ts'
import { addImport, advanceImport } from './import.ts'
import { type Line, keepLines } from './line.ts'
import { progressOf } from './progress.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }

type Work = <Value>(task: (context: Context) => Promise<Value>) => Promise<Value>

/** What was made so far. `together` holds all files that are no tables. */
type Received = { readonly tables: string[]; together?: string; position: number }

/** Takes files in. Returns the imports made: one for the e-invoices and refused files, one for each table. */
export async function receiveFiles(
  ground: Ground,
  principal: Principal,
  namedPractice: string | undefined,
  files: AsyncIterable<Upload>,
): Promise<string[]> {
  const work: Work = (task) => inContext(ground, principal, task)
  const practiceId = await work((context) => choosePractice(context, namedPractice))
  const received: Received = { tables: [], position: 0 }
  try {
    for await (const file of files) await receiveOne(work, practiceId, received, file)
  } finally {
    // Also where the sender broke off: what came until then is recorded and told.
    const { together: id } = received
    if (id !== undefined) await work((context) => advanceImport(context, { id, practiceId }, progressOf([]), true))
  }
  const { together, tables } = received
  const imports = together === undefined ? tables : [together, ...tables]
  if (imports.length === 0) throw refused('import_without_files', {}, { status: 400 })
  return imports
}

async function receiveOne(work: Work, practiceId: string, received: Received, file: Upload): Promise<void> {
  const read = await readInvoiceFile(file.bytes, file.name)
  const found = read.ok ? read.value : read.refusal
  if ('kind' in found && found.kind === 'table') {
    const { table } = found
    received.tables.push(await work((context) => keepTable(context, practiceId, file, table.format, table.rows.length)))
    return
  }
  received.position += 1
  const place = { practiceId, importId: received.together, position: received.position }
  received.together = await work((context) => takeIn(context, place, file, found))
}

const MEDIA_TYPES = {
  xml: 'application/xml',
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function keepTable(
  context: Context,
  practiceId: string,
  { name, bytes }: Upload,
  format: 'csv' | 'xlsx',
  total: number,
): Promise<string> {
  const kept = { bytes, name, practiceId, kind: 'other', mediaType: MEDIA_TYPES[format] } as const
  const documentId = await keepDocument(context, kept)
  return addImport(context, { practiceId, kind: 'table', name, state: 'waiting', total, documentId })
}

type Place = { readonly practiceId: string; readonly importId: string | undefined; readonly position: number }

async function takeIn(
  context: Context,
  { practiceId, importId, position }: Place,
  file: Upload,
  read: Exclude<ReadInvoiceFile, { kind: 'table' }> | Refusal,
): Promise<string> {
  const beginning = { practiceId, kind: 'files', name: file.name, state: 'running', total: 0 } as const
  const id = importId ?? (await addImport(context, beginning))
  const judged = 'kind' in read ? await recordFile(context, practiceId, file, read) : refusedWith(read)
  const sha256 = createHash('sha256').update(file.bytes).digest()
  const line: Line = { position, name: file.name, sha256, ...judged }
  await keepLines(context, id, [line])
  await advanceImport(context, { id, practiceId }, progressOf([line]), false)
  return id
}

type Judged = Pick<Line, 'outcome' | 'refusals' | 'dueFromTerms' | 'invoiceId' | 'documentId'>

function refusedWith(refusal: Refusal): Judged {
  return { outcome: 'refused', refusals: [refusal], dueFromTerms: false }
}

async function recordFile(
  context: Context,
  practiceId: string,
  file: Upload,
  read: Exclude<ReadInvoiceFile, { kind: 'table' }>,
): Promise<Judged> {
  const claim = claimOf(read.invoice)
  if (!claim.ok) return refusedWith(claim.refusal)
  const recorded = await recordClaim(context, practiceId, claim.value)
  if (recorded.outcome !== 'accepted' || recorded.invoiceId === undefined) return recorded
  const { name, bytes } = file
  const original = {
    kind: 'original_invoice',
    mediaType: MEDIA_TYPES[read.kind],
    invoiceId: recorded.invoiceId,
  } as const
  return { ...recorded, documentId: await keepDocument(context, { name, bytes, practiceId, ...original }) }
}

async function recordClaim(context: Context, practiceId: string, claim: InvoiceClaim): Promise<Judged> {
  const draft = draftOf(claim, await readCreditor(context))
  if (!draft.ok) return refusedWith(draft.refusal)
  const [outcome] = await recordInvoices(context, { practiceId, source: 'file' }, [draft.value])
  if (outcome === undefined) throw new Error('one draft has one outcome')
  if (outcome.outcome === 'refused') return refusedWith(outcome.refusal)
  return { ...outcome, refusals: [], dueFromTerms: draft.value.dueFromTerms ?? false }
}
