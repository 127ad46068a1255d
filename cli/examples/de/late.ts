// Worked examples about the start of default, and about the flat compensation beside legal cost.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { creditFlat } from '@mahnwerk/core/countries/de'
import type { Line } from '@mahnwerk/core/explanations'
import { least, minor } from '@mahnwerk/core/money'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { CLAIM, germany, land } from './germany.ts'
import { cents, isoDay } from './inputs.ts'

const start = category(
  z
    .object({
      debtor_is_consumer: z.boolean(),
      due_by_calendar: isoDay.nullish(),
      due_date: isoDay.nullish(),
      invoice_received: isoDay.nullish(),
      invoice_notice_30_days: z.boolean().default(false),
      reminder_received: isoDay.nullish(),
      /** The last day of the time that the reminder gave, or how many days it gave. */
      reminder_sets_deadline: z.union([isoDay, z.int()]).nullish(),
      final_refusal: isoDay.nullish(),
      land,
    })
    .refine((inputs) => dueOf(inputs) !== undefined),
  (inputs) => {
    const due = dueOf(inputs)
    if (due === undefined) throw new TypeError('checked by the schema')
    const { lateFrom, settings } = germany()
    const late = lateFrom(
      {
        ...CLAIM,
        debtor: inputs.debtor_is_consumer ? 'consumer' : 'business',
        contractOn: due,
        dueOn: due,
        dueAgreed: inputs.due_by_calendar != null,
        invoiceNotice: inputs.invoice_notice_30_days,
        ...reminded(inputs.reminder_received ?? undefined, inputs.reminder_sets_deadline ?? undefined),
        ...(inputs.invoice_received == null ? {} : { invoiceReceivedOn: inputs.invoice_received }),
        ...(inputs.final_refusal == null ? {} : { refusedOn: inputs.final_refusal }),
        ...(inputs.land === undefined ? {} : { region: inputs.land }),
      },
      settings,
    )
    const lastDay = dayIn(late.why, 'last')
    return {
      default_from: late.late ? late.from : null,
      first_interest_day: late.late ? late.interestFrom : null,
      raw_last_day: dayIn(late.why, 'counted'),
      last_day: lastDay,
      performance_last_day: lastDay,
    }
  },
)

type Days = Readonly<Partial<Record<'due_by_calendar' | 'due_date' | 'invoice_received', LocalDate | null | undefined>>>

// Without a day of its own a claim is due at once, with the invoice.
function dueOf({ due_by_calendar, due_date, invoice_received }: Days): LocalDate | undefined {
  return due_by_calendar ?? due_date ?? invoice_received ?? undefined
}

function reminded(receivedOn: LocalDate | undefined, deadline: LocalDate | number | undefined) {
  if (receivedOn === undefined) return {}
  if (deadline === undefined) return { remindersReceivedOn: [receivedOn] }
  const payBy = typeof deadline === 'number' ? addDays(receivedOn, deadline) : deadline
  return { remindersWithTerm: [{ receivedOn, payBy }] }
}

function dayIn(why: Line, name: string): LocalDate | null {
  const quantity = why.quantities[name]
  return quantity?.kind === 'day' ? quantity.day : null
}

const flat = category(
  z.object({
    flat_cents: cents.default(minor(4000)),
    legal_cost_damage_cents: cents,
    debtor_is_consumer: z.boolean().default(false),
  }),
  ({ flat_cents, legal_cost_damage_cents, debtor_is_consumer }) => {
    const { flatCompensation, settings } = germany()
    const debtor = debtor_is_consumer ? ('consumer' as const) : ('business' as const)
    const facts = { ...CLAIM, debtor, contractOn: AFTER_2014, dueOn: AFTER_2014, dueAgreed: true }
    const due = least(flat_cents, flatCompensation(facts, settings).amount)
    const { further, total } = creditFlat(due, legal_cost_damage_cents)
    return { flat_due_cents: due, further_damage_cents: further, total_cents: total }
  },
)

// The examples give no day of the contract; the flat sum exists for contracts from 29 July 2014.
const AFTER_2014 = '2015-01-01' as LocalDate // a first of January exists

export const LATE_CATEGORIES: Readonly<Record<string, Category>> = {
  default_start: start,
  flat_fee_credit: flat,
}
