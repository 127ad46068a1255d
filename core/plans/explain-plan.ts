// A plan as a tree: what was owed, what the plan costs, what interest comes on top, and each payment with its parts.

import { PARTS } from '../allocation/index.ts'
import { type Catalogues, type Line, inMoney, inNumber, line, onDay } from '../explanations/index.ts'
import type { Instalment, Plan } from './plan.ts'

/** The price of the plan, then its payments. The first three amounts sum to the total. */
export function explainPlan(plan: Plan): Line {
  const cost = plan.cost > 0 ? [line('plan.cost', { amount: plan.cost })] : []
  const interest = plan.interest > 0 ? [line('plan.interest', { amount: plan.interest })] : []
  return line('plan.total', {
    amount: plan.total,
    quantities: { count: inNumber(plan.instalments.length) },
    marks: plan.marks,
    lines: [line('plan.owed', { amount: plan.owedBefore }), ...cost, ...interest],
  })
}

/** The payments of a plan, each with where it goes. */
export function explainInstalments(plan: Plan): readonly Line[] {
  return plan.instalments.map(instalmentLine)
}

function instalmentLine(each: Instalment, index: number): Line {
  const parts = PARTS.filter((part) => each.parts[part] > 0)
  return line('plan.instalment', {
    amount: each.amount,
    quantities: { number: inNumber(index + 1), day: onDay(each.on), left: inMoney(each.left) },
    lines: parts.map((part) => line(`statement.part.${part}`, { amount: each.parts[part] })),
  })
}

export const PLAN_TEXTS: Catalogues = {
  de: {
    'plan.total': 'Zu zahlen in {count} Raten',
    'plan.owed': 'Heute offen',
    'plan.cost': 'Kosten der Ratenvereinbarung',
    'plan.interest': 'Zinsen während der Ratenzahlung',
    'plan.instalment': '{number}. Rate am {day}, danach offen {left}',
  },
  en: {
    'plan.total': 'To be paid in {count} instalments',
    'plan.owed': 'Owed today',
    'plan.cost': 'Cost of the instalment agreement',
    'plan.interest': 'Interest while the plan is paid',
    'plan.instalment': 'Instalment {number} on {day}, {left} left after it',
  },
}
