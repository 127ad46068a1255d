// `mahnwerk fuzz --claims COUNT --seed N`: random claims of every country, each asked about in every way; the first that fails is
// printed as JSON, and the same seed gives it again. The last line counts.

import { parseArgs } from 'node:util'
import { COUNTRIES } from '@mahnwerk/core/countries'
import { fuzz } from '@mahnwerk/core/fuzz'
import type { Run } from '../command.ts'

const OPTIONS = {
  claims: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
} as const

export const run: Run = async (args, { out, err }) => {
  const called = read(args)
  if (called === undefined) {
    err('mahnwerk fuzz [--claims ANZAHL] [--seed ZAHL]')
    return 2
  }
  const { passed, failed, refused, firstFailure } = fuzz(called.seed, called.claims, COUNTRIES)
  if (firstFailure) out(JSON.stringify(firstFailure))
  for (const [code, count] of Object.entries(refused)) out(`${count} of the passed were refused: ${code}`)
  out(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** Undefined where it was called wrongly. */
function read(args: readonly string[]): { readonly claims: number; readonly seed: number } | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const [claims, seed] = [Number(values.claims), Number(values.seed)]
    return Number.isInteger(claims) && claims > 0 && Number.isInteger(seed) ? { claims, seed } : undefined
  } catch {
    return undefined // an option that does not exist
  }
}
