// A tenant with one of everything. Each text of it carries an unmistakable word: one where the text belongs to the whole
// tenant, another where it belongs to its first practice, so that an answer that shows any of it is caught.

import { sql } from 'kysely'
import * as email from '@mahnwerk/connectors/channels/email'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { NewsBody } from '@mahnwerk/core/cases'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'
import type { App } from '../../app.ts'
import { type Secrets, createApiKey, createTenantWithOwner, createUser } from '../../auth/index.ts'
import { PASSWORD } from '../../auth/testing.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, inContext } from '../../http/index.ts'
import { ingestNews } from '../../modules/cases/index.ts'
import { keepDocument } from '../../modules/documents/index.ts'
import { confirmHandover } from '../../modules/handover/index.ts'
import { lockInvoice, recordInvoices } from '../../modules/invoices/index.ts'
import { changeIntake, changeMailSettings, queueMail, receiveMail } from '../../modules/mail/index.ts'
import { addConnection } from '../../modules/partners/index.ts'
import { recordDirectPayment } from '../../modules/payments/index.ts'
import { changeLaw } from '../../modules/settings/index.ts'
import { changeFacts } from '../../modules/statements/index.ts'
import { raiseTask } from '../../modules/tasks/index.ts'
import { plantDunning } from './plant-dunning.ts'
import { plantLetters } from './plant-letters.ts'

export type Road = { readonly baseUrl: string; readonly token: string; readonly webhookSecret: string }

export type Plan = {
  /** Begins every text; no text of anybody else has it. */
  readonly word: string
  /** In minor units; no amount of anybody else has these digits. */
  readonly amount: number
  readonly road: Road
}

export type Place = {
  readonly tenantId: string
  readonly practices: readonly [string, string]
  readonly connection: string
}

export type Planted = {
  readonly tenantId: string
  readonly ownerEmail: string
  readonly practices: readonly [string, string]
  readonly place: Place
  /** An id of every kind of thing that an address or a body can name, all of the first practice. */
  readonly ids: Readonly<Record<string, string>>
}

export async function plant(app: App, secrets: Secrets, plan: Plan): Promise<Planted> {
  const { ground } = app
  const mine = (text: string): string => `${plan.word}T ${text}`
  const ownerEmail = `owner@${plan.word.toLowerCase()}t.example`
  const { tenantId, ownerId, practiceIds } = await createTenantWithOwner(ground, {
    name: mine('Praxis'),
    legalName: mine('GmbH'),
    street: mine('Weg 1'),
    postCode: '10969',
    city: 'Berlin',
    country: 'DE',
    email: `post@${plan.word.toLowerCase()}t.example`,
    deductsInputTax: false,
    practices: [{ name: `${plan.word}P Mitte` }, { name: 'Süd' }],
    owner: { name: mine('Inhaberin'), email: ownerEmail, password: PASSWORD },
  })
  const [first = '', second = ''] = practiceIds
  const user = await createUser(ground, tenantId, {
    name: mine('Kollegin'),
    email: `other@${plan.word.toLowerCase()}t.example`,
    role: 'read_only',
    password: PASSWORD,
  })
  const key = await createApiKey(ground, tenantId, { name: mine('Programm'), role: 'read_only' })
  const entry = await plantEntry(app, ownerId, tenantId)
  const connection = ground.newId()
  await inContext(ground, systemPrincipal(tenantId), (context) =>
    connect(context, secrets, connection, mine('Inkasso'), plan.road),
  )
  await inContext(ground, systemPrincipal(tenantId), (context) => changeLaw(context, 1, { postalDays: 4 }))
  await inContext(ground, systemPrincipal(tenantId), (context) => plantMailAccount(context, secrets, mine('Post')))
  await inContext(ground, systemPrincipal(tenantId), (context) => plantLetters(context, mine('Register')))
  const place = { tenantId, practices: [first, second], connection } as const
  const things = await plantThings(app, plan, place, '1')
  await inContext(ground, systemPrincipal(tenantId), (context) => plantElsewhere(context, plan, second))
  return {
    tenantId,
    ownerEmail,
    practices: [first, second],
    place,
    ids: {
      tenant: tenantId,
      organization: tenantId,
      practice: first,
      practices: first,
      user,
      key: key.id,
      ...entry,
      connection,
      ...things,
    },
  }
}

/** One of everything that a practice has, in the first one. `round` tells several plantings apart. */
export async function plantThings(app: App, plan: Plan, place: Place, round: string): Promise<Planted['ids']> {
  const { tenantId, practices, connection } = place
  const [practiceId] = practices
  const inHouse = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
    inContext(app.ground, systemPrincipal(tenantId), work)
  const [invoice, handedOver] = await inHouse((context) => plantInvoices(context, plan, practiceId, round))
  const payment = await inHouse((context) => pay(context, plan, invoice))
  const caseId = await inHouse((context) => handOver(context, handedOver))
  await app.outbox.flush(tenantId)
  const question = await inHouse((context) => ask(context, plan, connection, caseId))
  const rest = await inHouse((context) => plantRest(context, plan, { practiceId, invoice, round }))
  const dunning = await inHouse((context) => plantDunning(context, plan.word, invoice, rest.debtor ?? ''))
  return { invoice, payment, case: caseId, question, ...rest, ...dunning }
}

async function plantEntry({ ground }: App, userId: string, tenantId: string) {
  const [session, signIn] = [ground.newId(), ground.newId()]
  await sql`
    INSERT INTO auth.sessions (id, user_id, token, active_tenant_id, user_agent, expires_at, updated_at)
    VALUES (${session}, ${userId}, ${session}, ${tenantId}, 'planted', now() + interval '1 day', now())`.execute(
    ground.db,
  )
  await sql`
    INSERT INTO auth.sign_ins (id, at, outcome, user_id, tenant_id)
    VALUES (${signIn}, now() + interval '1 day', 'success', ${userId}, ${tenantId})`.execute(ground.db)
  return { session, signIn }
}

async function connect(context: Context, secrets: Secrets, id: string, name: string, road: Road): Promise<void> {
  const profile: PartnerProfile = {
    code: 'practice',
    name,
    countries: ['DE'],
    currencies: [EUR],
    principalMin: minor(1000),
    caseFee: { min: minor(250), max: minor(500) },
    costsBorneBy: 'debtor',
    creditorAdvancesCosts: true,
    courtOnlyByDecision: true,
    acceptsWithinDays: 1,
  }
  await addConnection(context, {
    id,
    partner: 'mahnwerk',
    profile,
    baseUrl: road.baseUrl,
    token: secrets.encipher(road.token, id),
    webhookSecret: secrets.encipher(road.webhookSecret, id),
  })
}

async function plantInvoices(
  context: Context,
  plan: Plan,
  practiceId: string,
  round: string,
): Promise<[string, string]> {
  const word = `${plan.word}P`
  const drafts = ['a', 'b'].map((name) => draftOf(plan, `${word}-${round}${name}`, word, context.today))
  const own = await recordInvoices(context, { practiceId, source: 'api' }, drafts)
  const [one, other] = own.map((outcome) => (outcome.outcome === 'accepted' ? outcome.invoiceId : undefined))
  if (one === undefined || other === undefined) throw new Error(`not recorded: ${JSON.stringify(own)}`)
  return [one, other]
}

/** What anybody of the second practice may see. */
async function plantElsewhere(context: Context, plan: Plan, practiceId: string): Promise<void> {
  const draft = { ...draftOf(plan, 'S-1', 'Sued', context.today), amount: minor(1_000) }
  await recordInvoices(context, { practiceId, source: 'api' }, [draft])
}

function draftOf({ amount }: Plan, number: string, word: string, today: LocalDate): InvoiceDraft {
  return {
    sellerKey: 'seller',
    number,
    invoiceDate: addDays(today, -60),
    dueDate: addDays(today, -46),
    currency: EUR,
    amount: minor(amount),
    subject: `${word} Behandlung`,
    dunned: { level: 3, lastNoticeOn: addDays(today, -10) },
    debtor: {
      name: { kind: 'consumer', first: word, last: 'Schuldnerin' },
      address: { street: `${word} Gasse 2`, postCode: '10969', city: 'Berlin', country: 'DE' },
      email: `debtor@${word.toLowerCase()}.example`,
    },
  }
}

async function pay(context: Context, plan: Plan, invoiceId: string): Promise<string> {
  const note = `${plan.word}P bar bekommen`
  return recordDirectPayment(context, invoiceId, { amount: minor(700), on: context.today, method: 'cash', note })
}

async function handOver(context: Context, invoiceId: string): Promise<string> {
  const { version } = await lockInvoice(context, invoiceId)
  const answers = { disputed: false, obligationFulfilled: true }
  return (await confirmHandover(context, invoiceId, { changes: {}, answers, version })).caseId
}

async function ask(context: Context, plan: Plan, connectionId: string, caseId: string): Promise<string> {
  const news: readonly NewsBody[] = [
    { type: 'case.received', receiptId: `${plan.word}P-Beleg` },
    { type: 'case.accepted', caseNumber: `${plan.word}P-AZ` },
    { type: 'question.opened', questionId: `${plan.word}P-Frage`, kind: 'yes_no', text: `${plan.word}P Stimmt das?` },
  ]
  for (const [index, body] of news.entries()) {
    const said = { claimRef: caseId, sequence: index + 1, occurredAt: context.recordedAt, currency: EUR, body }
    await ingestNews(context, connectionId, { eventId: `${caseId}-${index}`, ...said }, 'webhook')
  }
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM questions WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId}`.execute(context.trx)
  if (!rows[0]) throw new Error('the question was not opened')
  return rows[0].id
}

type About = { readonly practiceId: string; readonly invoice: string; readonly round: string }

async function plantRest(context: Context, plan: Plan, { practiceId, invoice, round }: About) {
  const { trx, tenantId, now } = context
  const text = `${plan.word}P Inhalt ${round}`
  const kept = {
    practiceId,
    mediaType: 'text/csv',
    bytes: Buffer.from(`Nummer;Name\n${text};1\n`),
    name: `${plan.word}P.csv`,
  }
  const document = await keepDocument(context, { ...kept, kind: 'original_invoice', invoiceId: invoice })
  const importId = context.newId()
  const starter = { actor: { ...context.actor, name: text }, practices: null }
  await sql`
    INSERT INTO imports (tenant_id, id, practice_id, kind, name, state, total, created_by, created_at, document_id)
    VALUES (${tenantId}, ${importId}, ${practiceId}, 'table', ${kept.name}, 'waiting', 1, ${JSON.stringify(starter)}, ${now},
      ${document})`.execute(trx)
  await sql`
    INSERT INTO import_lines (tenant_id, import_id, position, name, outcome, invoice_id, document_id)
    VALUES (${tenantId}, ${importId}, 1, ${kept.name}, 'accepted', ${invoice}, ${document})`.execute(trx)
  await sql`
    INSERT INTO idempotency_keys (tenant_id, actor, key, request_sha256, status, answer, created_at)
    VALUES (${tenantId}, ${text}, 'k', ${Buffer.alloc(32)}, 200, ${JSON.stringify({ text })}, ${now})`.execute(trx)
  await changeFacts(context, invoice, { dueAgreed: true, agreedRate: '7.25' })
  await raiseTask(context, {
    kind: 'books_differ',
    cause: text,
    facts: { case: text },
    link: `/faelle/${text}`,
    practiceId,
  })
  const { rows } = await sql<{ task: string; debtor: string }>`
    SELECT t.id AS task, i.debtor_id AS debtor FROM tasks t JOIN invoices i ON i.tenant_id = t.tenant_id
    WHERE t.tenant_id = ${tenantId} AND t.cause = ${text} AND i.id = ${invoice}`.execute(trx)
  const mails = await plantMails(context, plan, { practiceId, invoice, round }, rows[0]?.debtor ?? '')
  return { document, import: importId, ...rows[0], ...mails }
}

async function plantMailAccount(context: Context, secrets: Secrets, fromName: string): Promise<void> {
  const address = `post@${fromName.split(' ')[0]?.toLowerCase()}.example`
  const server = { host: 'smtp.example', port: 587, security: 'starttls', user: fromName, password: fromName } as const
  const sender = { fromName, fromAddress: address, replyTo: null, bounceAddress: null, bounceTokens: false }
  await changeMailSettings(context, { secrets }, { ...server, ...sender, version: 0 })
  const inbox = {
    ...server,
    host: 'imap.example',
    port: 993,
    folder: fromName,
    moveTo: null,
    practiceId: null,
  } as const
  const kept = { afterwards: 'leave', takes: 'all', since: context.today } as const
  // Switched off: nobody looks for a server that is none.
  await changeIntake(context, { secrets }, { ...inbox, ...kept, active: false, version: 0 })
}

async function plantMails(context: Context, plan: Plan, { practiceId, invoice, round }: About, debtorId: string) {
  const word = `${plan.word}P`
  const text = `${word} Mahnung ${round}`
  const to = { name: word, address: `debtor@${word.toLowerCase()}.example` }
  const mail = await queueMail(context, { practiceId, to, subject: text, text, debtorId, invoiceIds: [invoice] })
  const raw = [
    `From: ${word} <${to.address}>`,
    `Subject: Re: ${text}`,
    `In-Reply-To: <${mail}@${plan.word.toLowerCase()}t.example>`,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    text,
    '--b',
    'Content-Type: text/plain',
    `Content-Disposition: attachment; filename="${word} ${round}.txt"`,
    '',
    text,
    '--b--',
    '',
  ]
  const taken = { road: email, after: async () => {} }
  const { id } = await receiveMail(context, taken, { raw: Buffer.from(raw.join('\r\n')) })
  return { mail, 'received-mail': id }
}
