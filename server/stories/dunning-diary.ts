// What the stories of reminding share: a creditor of a country, days that pass one by one, each beginning with what runs by itself,
// and the questions put to the house and to core about the same claim.

import { sql } from 'kysely'
import { expect } from 'vitest'
import { type LocalDate, addDays, day, isWorkingDay } from '@mahnwerk/core/calendar'
import { type ClaimAnswer, claimStatement } from '@mahnwerk/core/calculations'
import { type Country, countryOf } from '@mahnwerk/core/countries'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { allowedCharges } from '@mahnwerk/core/legality'
import { EUR, minor } from '@mahnwerk/core/money'
import type { PartyName } from '@mahnwerk/core/parties'
import { dayOf } from '../clock.ts'
import { runToday } from '../modules/dunning/index.ts'
import { recordInvoices } from '../modules/invoices/index.ts'
import { sentenceOfFinding, verifyTenant } from '../verify/index.ts'
import type { Answered } from './acts.ts'
import { type Stage, openStage } from './stage.ts'

/** 1,000.00 euro each: one per cent is ten euro. */
export const AMOUNT = minor(100_000)

export type Step = {
  readonly level: number
  readonly afterDays: number
  readonly fee: number
  readonly interest?: boolean
}

export type Terms = {
  readonly country: string
  readonly region?: string
  readonly steps: readonly Step[]
  readonly law?: object
}

/** A creditor whose runs start by themselves. */
export async function openDiary({ country: code, region, steps, law = {} }: Terms): Promise<Diary> {
  const stage = await openStage()
  const country = countryOf(code)
  if (country === undefined) throw new Error(`no law of ${code}`)
  const diary = createDiary(stage, country, region)
  const policy = {
    name: 'Unser Ablauf',
    currency: 'EUR',
    steps: steps.map((step) => ({ channel: 'letter', periodDays: 10, interest: false, ...step })),
    grouping: 'per_debtor',
    leastOpen: 500,
    audience: 'all',
    standard: true,
  }
  const set = { country: code, region: region ?? null, ...law, version: 1 }
  expect(await diary.ask('PATCH', '/settings/law', set)).toMatchObject({ status: 200 })
  expect(await diary.ask('POST', '/dunning/policies', policy)).toMatchObject({ status: 201 })
  expect(await diary.ask('PATCH', '/dunning/settings', { automatic: true, version: 1 })).toMatchObject({ status: 200 })
  return diary
}

export type Diary = ReturnType<typeof createDiary>

function createDiary(stage: Stage, country: Country, region: string | undefined) {
  async function ask(method: 'GET' | 'PUT' | 'PATCH' | 'POST', path: string, body?: object): Promise<Answered> {
    const answer = await stage.call(method, `/api/v1${path}`, body)
    return { status: answer.statusCode, body: answer.json() }
  }

  /** The next run as the list shows it, and as it was written: the same in each letter, each invoice and each cent. */
  async function morning(): Promise<void> {
    const today = dayOf(stage.now())
    const { letters } = (await ask('GET', '/dunning/preview?limit=200')).body as { readonly letters: readonly object[] }
    await runToday(stage.ground, stage.tenantId)
    if (!isWorkingDay(today, country.holidaysOf(region))) return expect(await writtenOn(today)).toEqual([])
    expect(await writtenOn(today)).toEqual(letters.map(plain).toSorted(byText))
  }

  async function writtenOn(on: LocalDate): Promise<readonly Plain[]> {
    const { rows } = await stage.run(({ trx, tenantId }) =>
      sql<{ id: string; letter: Omit<Plain, 'items'> }>`
        SELECT id, jsonb_build_object('debtorId', debtor_id, 'level', level, 'channel', channel, 'open', open, 'fee', fee,
          'interest', interest, 'payBy', pay_by) AS letter FROM notices WHERE tenant_id = ${tenantId} AND day = ${on}`.execute(
        trx,
      ),
    )
    const letters: Plain[] = []
    for (const { id, letter } of rows) {
      const items = await stage.run(({ trx, tenantId }) =>
        sql<Plain['items'][number]>`
          SELECT invoice_id AS "invoiceId", level, open, interest FROM notice_items
          WHERE tenant_id = ${tenantId} AND notice_id = ${id}`.execute(trx),
      )
      letters.push({ ...letter, items: items.rows.toSorted(byText) })
    }
    return letters.toSorted(byText)
  }

  return {
    stage,
    ask,
    close: () => stage.close(),

    /** Records an invoice due on that day. Returns its id. */
    async invoice(number: string, dueDate: string, name: PartyName): Promise<string> {
      return stage.run(async (context) => {
        const [outcome] = await recordInvoices(context, { practiceId: stage.practiceId, source: 'api' }, [
          {
            sellerKey: 'stadtpark',
            number,
            invoiceDate: addDays(day(dueDate), -14),
            dueDate: day(dueDate),
            currency: EUR,
            amount: AMOUNT,
            subject: 'Wartung',
            debtor: {
              name,
              address: { street: 'Gasse 1', postCode: '10115', city: 'Ort', country: country.code },
              email: 'vera@example.org',
            },
          },
        ])
        if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
        return outcome.invoiceId
      })
    },

    /** Days pass until the morning of `last`, each beginning with its run. */
    async until(last: string): Promise<void> {
      while (dayOf(stage.now()) < last) {
        await stage.pass({ days: 1 })
        await morning()
      }
    },

    /** "Monday 2026-12-28: level 2, fee 120, pay by 2027-01-07", letter by letter, interest behind it where it demands some. */
    async letters(invoiceId: string): Promise<readonly string[]> {
      const { rows } = await stage.run(({ trx, tenantId }) =>
        sql<{ level: number; day: LocalDate; fee: number; interest: number; payBy: LocalDate }>`
          SELECT o.level, n.day, n.fee, o.interest, n.pay_by AS "payBy"
          FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
          WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ${invoiceId} ORDER BY n.day`.execute(trx),
      )
      return rows.map(
        (one) =>
          `${weekdayOf(one.day)} ${one.day}: level ${one.level}, fee ${one.fee}, pay by ${one.payBy}` +
          (one.interest === 0 ? '' : `, interest ${one.interest}`),
      )
    },

    /** What the house says is owed on a day beside the invoice itself. */
    async owedBeside(invoiceId: string, on: string) {
      const { status, body } = await ask('GET', `/invoices/${invoiceId}/statement?on=${on}`)
      if (status !== 200) return { refused: body['code'] }
      const { interest, charges } = body['parts'] as { readonly interest: number; readonly charges: number }
      return { interest, charges }
    },

    /** The same asked of core alone, from the facts that the story tells. */
    byCore(facts: ClaimFacts, fees: readonly { readonly on: LocalDate; readonly amount: number }[], on: string) {
      const entries = fees.map(({ on: since, amount }) => {
        return { kind: 'charge', on: since, amount: minor(amount), part: 'charges' } as const
      })
      const question = { facts, currency: EUR, entries, interestDemanded: true, flatDemanded: false }
      const answer = claimStatement(country, { ...question, on: day(on) })
      if (!answer.ok) return { refused: answer.refusal.code }
      const { interest, charges } = answer.value.statement.balance
      return { interest, charges }
    },

    /** When the debtor is late, by core; undefined where it is not. */
    lateFrom(facts: ClaimFacts): LocalDate | undefined {
      const late: ClaimAnswer['late'] = country.lateFrom(facts, country.settings)
      return late.late ? late.interestFrom : undefined
    },

    /** What of the letters' fees the law lets the creditor demand, by core. */
    allowed(facts: ClaimFacts, letters: readonly { readonly on: LocalDate; readonly amount: number }[]): number {
      const charged = letters.map(({ on, amount }) => ({ on, fee: minor(amount) }))
      return allowedCharges(facts, charged, country).allowed
    },

    suggested: async (): Promise<unknown> => (await ask('GET', '/dunning/suggestions')).body['suggestions'],

    /** Everything that does not add up, and whatever went wrong unseen; none where all is well. */
    async faults(): Promise<readonly string[]> {
      const findings = await verifyTenant(stage.ground, stage.tenantId)
      return [...findings.map(sentenceOfFinding), ...stage.errors.map(String)]
    },
  }
}

/** A letter without what only one of list and run has: names and ids. */
type Plain = {
  readonly debtorId: string
  readonly level: number
  readonly channel: string
  readonly open: number
  readonly fee: number
  readonly interest: number
  readonly payBy: string
  readonly items: readonly {
    readonly invoiceId: string
    readonly level: number
    readonly open: number
    readonly interest: number
  }[]
}

function plain(letter: object): Plain {
  const { debtorId, level, channel, open, fee, interest, payBy, items } = letter as Plain // as the route's schema has it
  const parts = items.map(({ invoiceId, level: reached, open: owed, interest: borne }) => {
    return { invoiceId, level: reached, open: owed, interest: borne }
  })
  return { debtorId, level, channel, open, fee, interest, payBy, items: parts.toSorted(byText) }
}

function byText(one: object, other: object): number {
  const text = (value: object): string => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) < text(other) ? -1 : 1
}

function weekdayOf(on: LocalDate): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(on))
}
