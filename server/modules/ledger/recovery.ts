// Beside each transfer of money on a claim that was written off and is tried once more stands what it recovers. This is done
// here, where every transfer passes, so that no way in which money comes or goes back can forget it.

import { sql } from 'kysely'
import { type Tried, recoveryOf } from '@mahnwerk/core/claims'
import type { Transfer } from '@mahnwerk/core/ledger'
import { type Minor, ZERO, add, minor, subtract } from '@mahnwerk/core/money'
import type { Trx } from '../../db/database.ts'
import type { Posting } from './post.ts'

type Paying = Posting & { readonly paymentId: string }

export async function recoveriesOf(trx: Trx, tenantId: string, postings: readonly Posting[]): Promise<Posting[]> {
  const paying = postings.filter((one): one is Paying => one.paymentId !== undefined)
  const byPayment = Map.groupBy(paying, ({ invoiceId, paymentId }) => `${invoiceId} ${paymentId}`)
  const found: Posting[] = []
  for (const group of byPayment.values()) {
    const [first] = group
    let tried = first && (await readTried(trx, tenantId, first))
    if (tried === undefined) continue
    for (const posting of group) {
      const beside = recoveryOf(posting.transfer, tried)
      found.push(...beside.map((transfer) => ({ ...posting, transfer })))
      tried = beside.reduce(after, tried)
    }
  }
  return found
}

function after({ attempted, recovered }: Tried, { credit, amount }: Transfer): Tried {
  const more = credit.kind === 'recovered' ? amount : subtract(ZERO, amount)
  return { attempted: subtract(attempted, more), recovered: add(recovered, more) }
}

/** Undefined where nothing of the invoice was ever tried. */
async function readTried(trx: Trx, tenantId: string, { invoiceId, paymentId }: Paying): Promise<Tried | undefined> {
  const { rows } = await sql<{ attempted: number | null; recovered: number | null }>`
    SELECT sum(CASE WHEN credit = 'attempted' THEN amount ELSE -amount END)::bigint AS attempted,
      (sum(CASE WHEN credit = 'recovered' THEN amount ELSE -amount END)
        FILTER (WHERE payment_id = ${paymentId} AND (debit = 'recovered' OR credit = 'recovered')))::bigint AS recovered
    FROM transfers
    WHERE tenant_id = ${tenantId} AND invoice_id = ${invoiceId} AND (debit = 'attempted' OR credit = 'attempted')`.execute(
    trx,
  )
  const row = rows[0]
  if (row === undefined || row.attempted === null) return undefined
  return { attempted: most(row.attempted), recovered: most(row.recovered ?? 0) }
}

// What was given up on the way can be more than was tried, where money of an earlier time went back.
function most(amount: number): Minor {
  return minor(Math.max(0, amount))
}
