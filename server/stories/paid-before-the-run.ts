// A payment between the list and the run takes its invoice out, and nobody else's: the same in every country.

import type { PartyName } from '@mahnwerk/core/parties'
import { receivePayment } from './acts.ts'
import { AMOUNT, type Diary } from './dunning-diary.ts'

/** Two invoices are listed, one is paid, the run is started: what was written. */
export async function paidBeforeTheRun(diary: Diary, payer: PartyName, other: PartyName) {
  const [paid, open] = [
    await diary.invoice('R-1', '2026-11-13', payer),
    await diary.invoice('R-2', '2026-11-13', other),
  ]
  const { letters: listed } = (await diary.ask('GET', '/dunning/preview')).body as {
    readonly letters: readonly object[]
  }
  await receivePayment(diary.stage, paid, AMOUNT)
  await diary.ask('POST', '/dunning/runs', {})
  const [ofPaid, ofOther] = [await diary.letters(paid), await diary.letters(open)]
  return { listed: listed.length, ofPaid, ofOther, faults: await diary.faults() }
}

export const ONLY_THE_OTHER = {
  listed: 2,
  ofPaid: [],
  ofOther: ['Friday 2026-11-20: level 0, fee 0, pay by 2026-11-30'],
  faults: [],
}
