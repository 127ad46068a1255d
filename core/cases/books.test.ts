// Whole lives of a case: any news in any order, direct payments and their answers between them. The ledger that the
// transfers make is the judge; what the case and the invoice say about themselves must equal it after every step.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { type Amounts, COMPONENTS, type Transfer, accountName, fromDebtor, transfer } from '../ledger/index.ts'
import { EUR, type Minor, ZERO, add, least, minor, subtract, sum } from '../money/index.ts'
import { type Allocation, answerTransfers, decideDirectPayment, increase, totalOf } from '../payments/index.ts'
import { type Case, type CaseMoney, type KnownPayment, type NewsBody, applyNews } from './index.ts'
import { TODAY, anyMoneyNews, caseOf } from './testing.ts'

type Payment = { readonly own: boolean; readonly id: string; readonly amount: Minor; reversed: boolean }
type Posted = Transfer & { readonly paymentId?: string | undefined }

/** One invoice at a partner, kept as the server keeps it: amounts beside a ledger. */
class Books {
  state: Case = caseOf()
  money: CaseMoney
  /** What went back to the debtor. */
  returned: Minor = ZERO
  readonly payments: Payment[] = []
  readonly earlier: Minor
  readonly ledger: Posted[]
  private readonly costs = new Map<string, Minor>()
  private readonly questions = new Map<string, boolean>()

  /** `earlier`: costs of a case before this one that are still open on the invoice. */
  constructor(earlier: Minor = ZERO) {
    this.earlier = earlier
    this.money = { open: { ...this.state.total, costs: earlier }, overpaid: ZERO }
    this.ledger = COMPONENTS.flatMap((component) =>
      transfer(
        { kind: 'debtor', component, invoiceId: 'i1' },
        { kind: 'revenue' },
        this.money.open[component],
        EUR,
        TODAY,
      ),
    )
  }

  tell(body: NewsBody): void {
    const payment = this.payments.find(({ id }) => id === paymentNamed(body))
    const cost = body.type === 'cost.added' ? this.costs.get(body.costId) : undefined
    const open = 'questionId' in body ? this.questions.get(body.questionId) : undefined
    const outcome = applyNews(
      {
        case: this.state,
        money: this.money,
        today: TODAY,
        ...(payment === undefined ? {} : { knownPayment: this.known(payment) }),
        ...(cost === undefined ? {} : { knownCost: cost }),
        ...(open === undefined ? {} : { knownQuestion: { open } }),
      },
      body,
    )
    this.remember(body)
    let concerned = payment?.id
    for (const effect of outcome.effects) {
      if (effect.kind === 'record_payment') {
        concerned = effect.news.paymentId
        this.payments.push({ own: false, id: concerned, amount: effect.news.amount, reversed: false })
      }
      if (effect.kind === 'reverse_payment' && payment) payment.reversed = true
      if (effect.kind === 'open_question') this.questions.set(effect.news.questionId, true)
      if (effect.kind === 'close_question') this.questions.set(effect.partnerQuestionId, false)
      if (effect.kind === 'stop_waiting') for (const id of this.questions.keys()) this.questions.set(id, false)
    }
    this.state = outcome.case
    this.money = outcome.money
    this.ledger.push(...outcome.transfers.map((one) => ({ ...one, paymentId: concerned })))
  }

  pay(id: string, amount: Minor): void {
    if (this.payments.some((payment) => payment.id === id)) return
    const payable = {
      invoiceId: 'i1',
      state: 'collection',
      atPartner: true,
      currency: EUR,
      open: this.money.open,
      invoiceDate: day('2026-01-01'),
    } as const
    const decided = decideDirectPayment(payable, { amount, on: TODAY, method: 'transfer' }, TODAY)
    if (!decided.ok) throw new Error(decided.refusal.code)
    const { openAfter, allocation, transfers } = decided.value
    this.payments.push({ own: true, id, amount, reversed: false })
    this.money = { open: openAfter, overpaid: add(this.money.overpaid, allocation.overpaid) }
    this.state = { ...this.state, paid: add(this.state.paid, amount) }
    this.ledger.push(...transfers.map((one) => ({ ...one, paymentId: id })))
  }

  takeBack(id: string): void {
    const payment = this.payments.find((one) => one.id === id && one.own && !one.reversed)
    if (!payment) return
    const { overpaid, ...parts } = this.known(payment).allocation
    if (this.money.overpaid < overpaid) return
    const booked = [
      ...fromDebtor('i1', parts, () => ({ kind: 'bank' }), EUR, TODAY),
      ...transfer({ kind: 'bank' }, { kind: 'overpaid', invoiceId: 'i1' }, overpaid, EUR, TODAY),
    ]
    this.ledger.push(...answerTransfers(booked, TODAY).map((one) => ({ ...one, paymentId: id })))
    this.money = { open: increase(this.money.open, parts), overpaid: subtract(this.money.overpaid, overpaid) }
    this.state = { ...this.state, paid: subtract(this.state.paid, payment.amount) }
    payment.reversed = true
  }

  giveBackSurplus(most: Minor): void {
    const amount = least(most, this.money.overpaid)
    this.ledger.push(...transfer({ kind: 'overpaid', invoiceId: 'i1' }, { kind: 'bank' }, amount, EUR, TODAY))
    this.money = { ...this.money, overpaid: subtract(this.money.overpaid, amount) }
    this.returned = add(this.returned, amount)
  }

  balance(account: string, entries: readonly Posted[] = this.ledger): Minor {
    const received = entries.filter(({ debit }) => accountName(debit) === account).map(({ amount }) => amount)
    const given = entries.filter(({ credit }) => accountName(credit) === account).map(({ amount }) => amount)
    return subtract(sum(received), sum(given))
  }

  /** A payment as the ledger has it now. */
  known(payment: Payment): KnownPayment {
    const entries = this.ledger.filter(({ paymentId }) => paymentId === payment.id)
    const given = (account: string): Minor => subtract(ZERO, this.balance(account, entries))
    const [principal, charges, interest, costs] = COMPONENTS.map((component) => given(`debtor:${component}:i1`))
    if (principal === undefined || charges === undefined || interest === undefined || costs === undefined) {
      throw new Error('four components')
    }
    const allocation: Allocation = { principal, charges, interest, costs, overpaid: given('overpaid:i1') }
    return { ...payment, allocation }
  }

  get questionsOpen(): number {
    return [...this.questions.values()].filter(Boolean).length
  }

  private remember(body: NewsBody): void {
    if (body.type === 'cost.added' && !this.costs.has(body.costId)) this.costs.set(body.costId, body.amount)
  }
}

function paymentNamed(body: NewsBody): string | undefined {
  if (body.type === 'payment.reversed') return body.reverses
  return body.type === 'payment.reported' || body.type === 'payment.direct_acknowledged' ? body.paymentId : undefined
}

const everyPart = (amounts: Amounts): readonly number[] => Object.values(amounts)

function expectToHold(books: Books): void {
  const { state, money } = books
  for (const component of COMPONENTS) expect(books.balance(`debtor:${component}:i1`)).toBe(money.open[component])
  expect(books.balance('overpaid:i1')).toBe(minor(0 - money.overpaid))
  expect(
    Math.min(money.overpaid, state.paid, state.questionsOpen, ...everyPart(money.open), ...everyPart(state.total)),
  ).toBeGreaterThanOrEqual(0)
  expect(books.ledger.every(({ amount }) => amount > 0)).toBe(true)
  // Every cent of the claim is open, or was paid and not gone back; nothing else has come or gone.
  const kept = sum(books.payments.filter(({ reversed }) => !reversed).map(({ amount }) => amount))
  expect(state.paid).toBe(kept)
  expect(totalOf(money.open) + kept).toBe(totalOf(state.total) + books.earlier + money.overpaid + books.returned)
  for (const payment of books.payments) {
    const { allocation } = books.known(payment)
    expect(sum(Object.values(allocation))).toBe(payment.reversed ? 0 : payment.amount)
  }
  expect(state.questionsOpen).toBe(books.questionsOpen)
}

type Step = (books: Books) => void
const cents = (max: number) => fc.integer({ min: 1, max }).map(minor)
const ownId = fc.constantFrom('own1', 'own2', 'own3')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyMoneyNews.map((body) => labelled((books) => books.tell(body), body)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(ownId, cents(20_000))
      .map(([id, amount]) => labelled((books) => books.pay(id, amount), { pay: id, amount })),
  },
  {
    weight: 1,
    arbitrary: cents(9_000).map((most) => labelled((books) => books.giveBackSurplus(most), { giveBack: most })),
  },
  { weight: 1, arbitrary: ownId.map((id) => labelled((books) => books.takeBack(id), { takeBack: id })) },
)

/** So that a counterexample can be read. */
function labelled(act: Step, label: unknown): Step {
  return Object.assign(act, { [fc.toStringMethod]: () => JSON.stringify(label) })
}

test('whatever a partner tells in whatever order, the ledger, the open amounts and the payments agree to the cent', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), cents(3_000), (steps, earlier) => {
      const books = new Books(earlier)
      for (const act of steps) {
        act(books)
        expectToHold(books)
      }
      expect(books.ledger.length).toBeGreaterThan(0)
    }),
    { numRuns: 1_000 },
  )
})

test('the same news told again and again moves no money a second time', () => {
  const repeatable = anyMoneyNews.filter(({ type }) => type !== 'cost.waived')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), repeatable, (steps, news) => {
      const books = new Books()
      for (const act of steps) act(books)
      books.tell(news)
      const [ledger, money] = [books.ledger.length, books.money]
      books.tell(news)
      books.tell(news)
      expect(books.ledger.length).toBe(ledger)
      expect(books.money).toEqual(money)
    }),
    { numRuns: 500 },
  )
})

test('what a partner reports and takes back leaves everything as it was', () => {
  const payment = anyMoneyNews.filter((body) => body.type === 'payment.reported')
  fc.assert(
    fc.property(payment, (news) => {
      const books = new Books()
      const before = books.money
      books.tell(news)
      books.tell({ type: 'payment.reversed', paymentId: 'b', reverses: news.paymentId, on: TODAY, reason: 'zurück' })
      expect(books.money).toEqual(before)
      expect(books.state.paid).toBe(0)
      expect(books.balance('held_by_partner:k1')).toBe(0)
      expectToHold(books)
    }),
  )
})
