// Letters as one file for the printer, each with what is enclosed: their pages as they are. Tags are left behind: what is archived
// is the letter itself, this is for paper. Enclosures come from strangers and are read in a thread of their own, so that one that is
// encrypted, broken or made to do harm is left out and named, and never holds up the letters or the server.

import { Worker } from 'node:worker_threads'

export type Enclosure = { readonly name: string; readonly bytes: Uint8Array }
export type PrintSheet = { readonly letter: Uint8Array; readonly enclosures: readonly Enclosure[] }

export type PrintOrder = {
  readonly title: string
  /** two: each letter and each enclosure begins on a front side, so that duplex printing never sets two on one sheet. */
  readonly sides: 'one' | 'two'
  readonly sheets: readonly PrintSheet[]
}

export type LeftOut = { readonly name: string; readonly why: 'encrypted' | 'unreadable' }
/** What became of a sheet: its pages with the enclosures and without empty backs. */
export type MergedSheet = { readonly pages: number; readonly enclosed: number; readonly leftOut: readonly LeftOut[] }

/** What the thread is told and answers, in this order. */
export type ToMerge = PrintOrder | { readonly front: Uint8Array }
export type FromMerge = { readonly merged: readonly MergedSheet[] } | { readonly bytes: Uint8Array }

/** What is ours takes a twentieth of it on a busy machine; only harm takes longer. */
const PATIENCE_MS = { atFirst: 30_000, perFile: 500 } as const
const MEMORY_MIB = 1024

/** `front` makes what lies before the letters, when it is known what became of each. Throws where a letter is no PDF. */
export async function mergeForPrint(
  order: PrintOrder,
  front: (merged: readonly MergedSheet[]) => Promise<Uint8Array>,
  patienceMs = patienceFor(order),
): Promise<Uint8Array> {
  if (order.sheets.every(({ enclosures }) => enclosures.length === 0)) return mergeIn(order, front, patienceMs)
  try {
    return await mergeIn(order, front, patienceMs)
  } catch {
    // An enclosure took the thread down with it; which one is not known. The letters themselves are ours and go out.
    return mergeIn(lettersOf(order), (merged) => front(allLeftOut(order, merged)), patienceFor(order))
  }
}

function patienceFor({ sheets }: PrintOrder): number {
  const files = sheets.reduce((all, { enclosures }) => all + 1 + enclosures.length, 0)
  return PATIENCE_MS.atFirst + PATIENCE_MS.perFile * files
}

function lettersOf(order: PrintOrder): PrintOrder {
  return { ...order, sheets: order.sheets.map(({ letter }) => ({ letter, enclosures: [] })) }
}

function allLeftOut({ sheets }: PrintOrder, merged: readonly MergedSheet[]): MergedSheet[] {
  return merged.map((sheet, at) => ({
    ...sheet,
    leftOut: (sheets[at]?.enclosures ?? []).map(({ name }) => ({ name, why: 'unreadable' }) as const),
  }))
}

async function mergeIn(
  order: PrintOrder,
  front: (merged: readonly MergedSheet[]) => Promise<Uint8Array>,
  patienceMs: number,
): Promise<Uint8Array> {
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  })
  const late = AbortSignal.timeout(patienceMs)
  const ask = (message: ToMerge): Promise<FromMerge> =>
    new Promise((done, failed) => {
      late.addEventListener('abort', () => failed(new Error('merging letters takes too long')), { once: true })
      worker.once('message', done).once('error', failed)
      worker.once('exit', (code) => failed(new Error(`the thread that merges letters ended with ${code}`)))
      worker.postMessage(message, [])
    })
  try {
    const first = await ask(order)
    if (!('merged' in first)) throw new Error('a merge begins with its sheets')
    const last = await ask({ front: await front(first.merged) })
    if (!('bytes' in last)) throw new Error('a merge ends with its file')
    return last.bytes
  } finally {
    await worker.terminate()
  }
}
