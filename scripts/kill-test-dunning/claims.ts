// The claims of one moment, made from its seed: most are due for some level, some are paid, held, too small, too young, at the last level,
// without a way to their debtor, or left out of the run by a person. What must become of each is known from how it was made.
import { sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { EUR, minor } from '@mahnwerk/core/money'
import { systemPrincipal } from '../../server/auth/index.ts'
import { dayOf } from '../../server/clock.ts'
import { type Context, type Ground, inContext } from '../../server/http/index.ts'
import { recordInvoices } from '../../server/modules/invoices/index.ts'
import type { Chance } from '../killing/chance.ts'
import type { Creditor } from './creditors.ts'

/** The level of the one letter that must ask for it; undefined where no letter may. */
export type Fate = number | undefined

export type Claims = {
  /** By id of the invoice. */
  readonly fates: ReadonlyMap<string, Fate>
  /** Debtors whom a person takes out of the run. */
  readonly excluded: readonly string[]
}

type Planned = { readonly draft: InvoiceDraft; readonly fate: Fate; readonly act?: Act }
type Act = 'pay' | 'hold' | 'exclude'

type Kept = Planned & { readonly id: string; readonly debtorId: string }

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
    claimsOf(creditor, `${moment}-${index + 1}`, today, chance),
  ).flat()
  const kept = await inContext(ground, systemPrincipal(creditor.tenantId), (context) =>
    record(context, creditor, planned),
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

async function record(context: Context, { practiceId }: Creditor, planned: readonly Planned[]): Promise<Kept[]> {
  const drafts = planned.map(({ draft }) => draft)
  const outcomes = await recordInvoices(context, { practiceId, source: 'api' }, drafts)
  const ids = outcomes.map((outcome) => {
    if (outcome.outcome !== 'accepted') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
    return outcome.invoiceId
  })
  const { rows } = await sql<{ id: string; debtorId: string }>`
    SELECT i.id, i.debtor_id AS "debtorId" FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS n (id, place)
    JOIN invoices i ON i.tenant_id = ${context.tenantId} AND i.id = n.id ORDER BY n.place`.execute(context.trx)
  return planned.flatMap((one, index) => {
    const row = rows[index]
    return row === undefined ? [] : [{ ...one, ...row }]
  })
}

function claimsOf({ channels }: Creditor, number: string, on: LocalDate, chance: Chance): readonly Planned[] {
  const whole = chance.below(40)
  const act: Act | undefined = whole === 0 ? 'hold' : whole === 1 ? 'exclude' : undefined
  const little = whole === 2
  const debtor: InvoiceDraft['debtor'] = {
    number: `K ${number}`,
    name:
      chance.below(4) === 0
        ? { kind: 'business', company: `Werk ${number} GmbH` }
        : { kind: 'consumer', first: 'Jonas', last: `Müßig ${number}` },
    address: { street: 'Lindenweg 4', postCode: '10115', city: 'Köln', country: 'DE' },
    ...(chance.below(4) === 0 ? {} : { email: `${number.toLowerCase()}@debtor.example` }),
  }
  return Array.from({ length: little ? 1 : 1 + chance.below(4) }, (_, index) => {
    const age = AGES[chance.below(AGES.length)] ?? 'fresh'
    const draft = {
      sellerKey: 'kill-test',
      number: `R ${number}-${index + 1}`,
      ...daysOf(age, on),
      currency: EUR,
      amount: minor(little ? 300 : 1_000 + chance.below(40_000)),
      subject: 'Wartung',
      debtor,
    }
    const paid = act === undefined && chance.below(60) === 0
    const level = little || act !== undefined || paid ? undefined : levelOf(age)
    const reachable = level === undefined || channels[level] !== 'email' || debtor.email !== undefined
    const did = paid ? 'pay' : act
    return { draft, fate: reachable ? level : undefined, ...(did === undefined ? {} : { act: did }) }
  })
}

/** A number: notices of so many levels were sent a month ago, 0 being the friendly reminder. */
type Age = 'fresh' | 'young' | number

const AGES: readonly Age[] = ['fresh', 'fresh', 'fresh', 'fresh', 'fresh', 'young', 0, 0, 1, 1, 2, 3]

function levelOf(age: Age): Fate {
  if (age === 'fresh') return 0
  return age === 'young' || age === 3 ? undefined : age + 1
}

function daysOf(age: Age, on: LocalDate): Pick<InvoiceDraft, 'invoiceDate' | 'dueDate' | 'dunned'> {
  if (age === 'young') return { invoiceDate: addDays(on, -17), dueDate: addDays(on, -3) }
  const days = { invoiceDate: addDays(on, -104), dueDate: addDays(on, -90) }
  return age === 'fresh' ? days : { ...days, dunned: { level: age, lastNoticeOn: addDays(on, -30) } }
}
