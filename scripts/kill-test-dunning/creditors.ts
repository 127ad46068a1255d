// Three creditors of one installation: one that puts a debtor's invoices into one letter, by mail and by post; one that writes a letter
// for each invoice; one under the law of another country. Their policies are made over HTTP.
import { randomBytes } from 'node:crypto'
import { createApiKey, createTenantWithOwner } from '../../server/auth/index.ts'
import type { Ground } from '../../server/http/index.ts'
import { type Client, clientOf } from '../killing/client.ts'
import { type Ask, askOf } from './ask.ts'

export type Creditor = {
  readonly name: string
  readonly tenantId: string
  readonly practiceId: string
  /** One question, one answer. */
  readonly ask: Ask
  /** Asks until there is an answer, as a careful program does. */
  readonly client: Client
  readonly channels: readonly Channel[]
}

export type Channel = 'email' | 'letter' | 'email_and_letter'

type Kind = {
  readonly name: string
  readonly country: string
  readonly city: string
  readonly postCode: string
  readonly grouping: 'per_debtor' | 'per_invoice'
  readonly channels: readonly Channel[]
  readonly fee: number
}

const KINDS: readonly Kind[] = [
  {
    name: 'gross',
    country: 'DE',
    postCode: '10969',
    city: 'Berlin',
    grouping: 'per_debtor',
    channels: ['email', 'email_and_letter', 'letter', 'email_and_letter'],
    fee: 120,
  },
  {
    name: 'einzeln',
    country: 'DE',
    postCode: '20095',
    city: 'Hamburg',
    grouping: 'per_invoice',
    channels: ['letter', 'letter', 'letter', 'letter'],
    fee: 0,
  },
  {
    name: 'wien',
    country: 'AT',
    postCode: '1010',
    city: 'Wien',
    grouping: 'per_debtor',
    channels: ['email_and_letter', 'letter', 'letter', 'letter'],
    fee: 500,
  },
]

/** No letter asks for less. */
export const LEAST_OPEN = 500

export async function settleIn(ground: Ground, url: string, smtpPort: number): Promise<readonly Creditor[]> {
  return Promise.all(KINDS.map((kind) => settle(ground, kind, url, smtpPort)))
}

async function settle(ground: Ground, kind: Kind, url: string, smtpPort: number): Promise<Creditor> {
  const { name, country, city, postCode, channels } = kind
  const { tenantId, practiceIds } = await createTenantWithOwner(ground, {
    name,
    legalName: `${name} GmbH`,
    street: 'Lindenstraße 1',
    postCode,
    city,
    country,
    email: `post@${name}.example`,
    deductsInputTax: true,
    practices: [{ name: 'Mitte' }],
    owner: {
      name: 'Olga Owner',
      email: `olga@${name}.example`,
      password: randomBytes(16).toString('hex'),
    },
  })
  const { key } = await createApiKey(ground, tenantId, { name: 'Kill-Test', role: 'owner' })
  const ask = askOf(url, key)
  await ask('POST', '/dunning/policies', policyOf(kind))
  await ask('PUT', '/settings/mail', mailOf(kind, smtpPort))
  return { name, tenantId, practiceId: practiceIds[0] ?? '', ask, client: clientOf(url, key), channels }
}

function policyOf({ name, grouping, channels, fee }: Kind): object {
  return {
    name: `Ablauf ${name}`,
    currency: 'EUR',
    steps: channels.map((channel, level) => ({
      level,
      afterDays: level === 0 ? 7 : 14,
      channel,
      fee: level > 1 ? fee : 0,
      periodDays: 10,
      interest: false,
    })),
    grouping,
    leastOpen: LEAST_OPEN,
    audience: 'all',
    standard: true,
  }
}

function mailOf({ name }: Kind, port: number): object {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    fromName: name,
    fromAddress: `post@${name}.example`,
    replyTo: null,
    bounceAddress: null,
    bounceTokens: false,
    version: 0,
  }
}
