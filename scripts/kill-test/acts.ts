// What the program does in one moment: it enters invoices, hands them over, and reports what debtors paid directly.
import type { Chance } from '../killing/chance.ts'
import type { Answered, Client } from '../killing/client.ts'

export type Done = {
  readonly handovers: { readonly invoiceNumber: string; readonly caseId: string }[]
  readonly payments: { readonly caseId: string; readonly paymentId: string; readonly amount: number }[]
  /** Answers that no careful program should get. */
  readonly surprises: string[]
  /** Requests that had to be repeated because the server was gone. */
  repeated: number
}

const CLAIMS = 10
const TEMPERAMENTS = ['zahlt', 'teilzahlung', 'spaet', 'raten', 'umgezogen', 'schweigt', 'bestreitet', 'insolvent']

/** Does everything of one moment, several claims at once; ends when each request has its answer. */
export async function actAll(client: Client, moment: string, chance: Chance): Promise<Done> {
  const done: Done = { handovers: [], payments: [], surprises: [], repeated: 0 }
  const plans = Array.from({ length: CLAIMS }, (_, index) => ({
    number: `${moment}-${index + 1}`,
    temperament: TEMPERAMENTS[chance.below(TEMPERAMENTS.length)] ?? 'schweigt',
    amount: 5000 + chance.below(40_000),
    payments: Array.from({ length: chance.below(3) }, () => 500 + chance.below(3000)),
  }))
  await Promise.all(plans.map((plan) => actOne(client, plan, done)))
  return done
}

type Plan = {
  readonly number: string
  readonly temperament: string
  readonly amount: number
  readonly payments: readonly number[]
}

async function actOne(client: Client, plan: Plan, done: Done): Promise<void> {
  const say = async (path: string, body: object, key: string): Promise<Answered['body'] | undefined> => {
    const { status, body: answer, tries } = await client.post(path, body, `${plan.number} ${key}`)
    done.repeated += tries > 1 ? 1 : 0
    if (status === 201) return answer
    done.surprises.push(`${path}: ${status} ${JSON.stringify(answer)}`)
    return undefined
  }
  const invoice = await say('/api/v1/invoices', invoiceOf(plan), 'invoice')
  if (!invoice) return
  const at = `/api/v1/invoices/${String(invoice['id'])}`
  const answers = { disputed: false, obligationFulfilled: true }
  const created = await say(`${at}/handover`, { version: invoice['version'], changes: {}, answers }, 'handover')
  if (!created) return
  const caseId = String(created['caseId'])
  done.handovers.push({ invoiceNumber: plan.number, caseId })
  for (const [index, amount] of plan.payments.entries()) {
    const body = { amount, on: today(), method: 'transfer' }
    const payment = await say(`${at}/payments`, body, `payment ${index}`)
    if (payment) done.payments.push({ caseId, paymentId: String(payment['id']), amount })
  }
}

function invoiceOf({ number, temperament, amount }: Plan): object {
  return {
    debtor: {
      number: `K ${number}`,
      name: { kind: 'consumer', first: 'Jonas', last: `Weber ${number}` },
      address: { street: 'Lindenweg 4', postCode: '10115', city: 'Berlin', country: 'DE' },
      email: `jonas.weber+${temperament}@example.org`,
    },
    number,
    invoiceDate: daysAgo(60),
    dueDate: daysAgo(40),
    currency: 'EUR',
    amount,
    subject: 'Wartung',
  }
}

const today = (): string => daysAgo(0)

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
