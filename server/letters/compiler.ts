// One Typst compiler with our templates and fonts. It compiles in the calling thread, so it lives in a worker.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'

export type PdfJob = {
  readonly template: string
  /** JSON text. Templates read it as data; it is never part of their source. */
  readonly data: string
  /** Pictures that the data names by path, such as "/logo.png". */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** ISO day of the letter: the only date in the file. */
  readonly day: string
  readonly standard?: string
}

const TEMPLATES = join(import.meta.dirname, 'templates')
const require = createRequire(import.meta.url)
const FONTS = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
]
// Archivable, tagged, and open for attachments such as the original invoice.
const STANDARD = 'a-3a'
// Templates read the data as a file that exists in memory only. As an input it would be part of the compiler's whole
// world, and nothing that letters share could be kept from one to the next.
const DATA = '/data.json'

export function openCompiler(): (job: PdfJob) => Uint8Array {
  let set = 0
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts() }] })
  return ({ template, data, files, day, standard = STANDARD }) => {
    const shadows = [{ path: DATA, bytes: Buffer.from(data) }, ...files]
    for (const { path, bytes } of shadows) compiler.mapShadow(join(TEMPLATES, path), Buffer.from(bytes))
    try {
      const outcome = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`) })
      // A warning is a fault, too: a font that is missing is only a warning.
      const faults = outcome.takeError() ?? outcome.takeWarnings()
      if (faults !== null || outcome.result === null) throw new Error(wordsOf(compiler, faults))
      return compiler.pdf(outcome.result, { pdfStandard: standard, creationTimestamp: Date.parse(day) / 1000 })
    } finally {
      for (const { path } of shadows) compiler.unmapShadow(join(TEMPLATES, path))
      set += 1
      if (set % EVICTED_EVERY === 0) compiler.evictCache(CACHE_AGE)
    }
  }
}

// What letters share stays in the cache, what was one letter's goes: every eight letters, whatever the eight before them did not
// use either. Going through the cache costs a millisecond, so it is not done for each.
const EVICTED_EVERY = 8
const CACHE_AGE = 1

function fonts(): Buffer[] {
  return FONTS.map((path) => readFileSync(path))
}

function wordsOf(compiler: NodeCompiler, faults: NodeError | null): string {
  if (faults === null) return 'the compiler gave no document'
  const messages = faults.shortDiagnostics as { message?: string }[] // as the compiler documents it
  return messages.map(({ message }) => message ?? 'fault without words').join('; ')
}
