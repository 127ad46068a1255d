// What the list before the run promises, read page by page over HTTP, and its sums.
import type { Creditor } from './creditors.ts'

export type Letter = {
  readonly debtorId: string
  readonly level: number
  readonly channel: string
  readonly open: number
  readonly fee: number
  readonly payBy: string
  readonly items: readonly { readonly invoiceId: string; readonly level: number; readonly open: number }[]
}

type Page = { readonly letters: readonly Letter[]; readonly nextCursor?: string }

export type Summary = {
  readonly letters: number
  readonly totals: readonly { readonly claims: number; readonly open: number; readonly fees: number }[]
}

export async function promised({ ask }: Creditor): Promise<readonly Letter[]> {
  const letters: Letter[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { json } = await ask('GET', `/dunning/preview?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`)
    const page = json as Page // as the route's schema has it
    letters.push(...page.letters)
    cursor = page.nextCursor
  }
  return letters
}

export async function promisedSums({ ask }: Creditor): Promise<Summary> {
  return (await ask('GET', '/dunning/preview/summary')).json as Summary // as the route's schema has it
}

/** A letter in one line, to be compared. */
export function lineOf({ debtorId, level, channel, open, fee, payBy, items }: Letter): string {
  const asked = items.map((item) => `${item.invoiceId} level ${item.level} open ${item.open}`).toSorted()
  return `letter to ${debtorId} level ${level} ${channel} open ${open} fee ${fee} until ${payBy} for ${asked.join(', ')}`
}
