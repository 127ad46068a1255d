// The claims of one moment, made from its seed, and what people do with some of them before the run.
import { systemPrincipal } from '../../server/auth/index.ts'
import { dayOf } from '../../server/clock.ts'
import { type Ground, inContext } from '../../server/http/index.ts'
import { type Fate, mixedClaims, recordMixed } from '../../server/stories/mixed-claims.ts'
import type { Chance } from '../killing/chance.ts'
import type { Creditor } from './creditors.ts'

export type Claims = {
  /** By id of the invoice. */
  readonly fates: ReadonlyMap<string, Fate>
  /** Debtors whom a person takes out of the run. */
  readonly excluded: readonly string[]
}

/** Records them and does with them what people do before a run. */
export async function recordClaims(
  ground: Ground,
  creditor: Creditor,
  moment: string,
  debtors: number,
  chance: Chance,
): Promise<Claims> {
  const today = dayOf(ground.clock.now())
  const planned = Array.from({ length: debtors }, (_, index) =>
    mixedClaims(`${moment}-${index + 1}`, today, creditor.channels, chance),
  ).flat()
  const kept = await inContext(ground, systemPrincipal(creditor.tenantId), (context) =>
    recordMixed(context, creditor.practiceId, planned),
  )
  const paid = kept.filter(({ act }) => act === 'pay')
  const held = new Set(kept.filter(({ act }) => act === 'hold').map(({ debtorId }) => debtorId))
  const excluded = new Set(kept.filter(({ act }) => act === 'exclude').map(({ debtorId }) => debtorId))
  await Promise.all([
    ...paid.map(({ id, draft: { amount } }) =>
      creditor.ask('POST', `/invoices/${id}/payments`, { amount, on: today, method: 'transfer' }),
    ),
    ...[...held].map((id) => creditor.ask('PUT', `/debtors/${id}/hold`, { reason: 'dispute', note: '', until: null })),
  ])
  return { fates: new Map(kept.map(({ id, fate }) => [id, fate])), excluded: [...excluded] }
}
