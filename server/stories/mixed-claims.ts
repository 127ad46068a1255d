// Claims of every sort, made by chance, and what a run of the day must do with each: most are due for some level, some are paid, held, too
// small, too young, at the last level, without a way to their debtor, or left out of the run by a person.

import { sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { EUR, minor } from '@mahnwerk/core/money'
import type { Chance } from '../../scripts/killing/chance.ts'
import type { Context } from '../http/index.ts'
import { recordInvoices } from '../modules/invoices/index.ts'

/** The level of the one letter that must ask for it; undefined where no letter may. */
export type Fate = number | undefined

/** What a person still does with it before the run. */
export type Act = 'pay' | 'hold' | 'exclude'

export type MixedClaim = { readonly draft: InvoiceDraft; readonly fate: Fate; readonly act?: Act }
export type KeptClaim = MixedClaim & { readonly id: string; readonly debtorId: string }

/** Records them as an import does. */
export async function recordMixed(
  context: Context,
  practiceId: string,
  planned: readonly MixedClaim[],
): Promise<KeptClaim[]> {
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

/** One to four claims of one debtor. `channels`: how the letter of each level leaves, under a policy with the levels 0 to 3. */
export function mixedClaims(
  number: string,
  on: LocalDate,
  channels: readonly string[],
  chance: Chance,
): readonly MixedClaim[] {
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
