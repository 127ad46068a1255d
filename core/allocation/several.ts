// Which of several debts a payment serves first: the one its payer names, then by the country's criteria in their order. Debts
// that no criterion tells apart share in proportion, where the law says so.

import type { LocalDate } from '../calendar/index.ts'
import { type Minor, ZERO, add, least, minor, portion, subtract } from '../money/index.ts'
import { type Allocated, type AllocationRule, type Balance, allocate, totalOf } from './allocate.ts'

export type Debt = {
  readonly id: string
  readonly dueOn: LocalDate
  readonly owed: Balance
  /** Guaranteed, pledged or titled: the creditor is safer with it. */
  readonly secured: boolean
  /** Interest in millionths a year: what weighs more on the debtor. */
  readonly burden: number
}

/** due: due before not due. less_secured, more_burdensome, older: as § 366 BGB and art. 6:43 BW name them. */
export type Criterion = 'due' | 'less_secured' | 'more_burdensome' | 'older'

export type SeveralRule = {
  readonly criteria: readonly Criterion[]
  /** What no criterion tells apart: shared in proportion, or taken in the order of their ids. */
  readonly otherwise: 'in_proportion' | 'in_order'
}

export type AllocatedDebts = { readonly debts: ReadonlyMap<string, Allocated>; readonly surplus: Minor }

/** Serves the debts with a payment of a day. Parts and surplus sum to the payment. */
export function allocateSeveral(
  debts: readonly Debt[],
  amount: Minor,
  on: LocalDate,
  within: AllocationRule,
  several: SeveralRule,
  named?: string,
): AllocatedDebts {
  const served = new Map<string, Allocated>()
  let left = amount
  const serve = (debt: Debt, share: Minor): void => {
    served.set(debt.id, allocate(debt.owed, share, within))
    left = subtract(left, share)
  }
  for (const rank of ranksOf(debts, on, several, named)) {
    const owed = rank.map((debt) => totalOf(debt.owed))
    const total = owed.reduce(add, ZERO)
    const available = least(left, total)
    sharesOf(available, owed, total).forEach((share, index) => {
      const debt = rank[index]
      if (debt) serve(debt, share)
    })
  }
  return { debts: served, surplus: left }
}

// Debts in the order of service; those of equal rank together.
function ranksOf(debts: readonly Debt[], on: LocalDate, several: SeveralRule, named?: string): Debt[][] {
  const compare = (a: Debt, b: Debt): number => {
    if ((a.id === named) !== (b.id === named)) return a.id === named ? -1 : 1
    for (const criterion of several.criteria) {
      const difference = byCriterion(criterion, a, b, on)
      if (difference !== 0) return difference
    }
    if (several.otherwise === 'in_proportion') return 0
    return a.id < b.id ? -1 : 1
  }
  const ranks: Debt[][] = []
  for (const debt of debts.toSorted(compare)) {
    const last = ranks.at(-1)
    if (last?.[0] && compare(last[0], debt) === 0) last.push(debt)
    else ranks.push([debt])
  }
  return ranks
}

function byCriterion(criterion: Criterion, a: Debt, b: Debt, on: LocalDate): number {
  switch (criterion) {
    case 'due':
      return Number(b.dueOn <= on) - Number(a.dueOn <= on)
    case 'less_secured':
      return Number(a.secured) - Number(b.secured)
    case 'more_burdensome':
      return b.burden - a.burden
    case 'older':
      return a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1
  }
}

// Cuts an amount by the debts' totals; cents that rounding down leaves go to the first ones, none beyond its debt.
function sharesOf(amount: Minor, owed: readonly Minor[], total: Minor): Minor[] {
  if (total === 0) return owed.map(() => ZERO)
  const shares = owed.map((each) => portion(amount, each, total, 'down'))
  let rest = amount - shares.reduce(add, ZERO)
  return shares.map((share, index) => {
    const room = (owed[index] ?? 0) - share
    const more = Math.min(rest, room, 1)
    rest -= more
    return minor(share + more)
  })
}
