// Sends the mails of one tenant that are due. Who finds the account at fault stops at once and says so, so that a wrong
// password is tried once and not once for each mail.

import { createHash } from 'node:crypto'
import { instant } from '@mahnwerk/core/calendar'
import type { EmailChannel, MailOutcome, MailTrouble, OutgoingMail } from '@mahnwerk/connectors/channels/email'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import { blobContent } from '../documents/index.ts'
import { type Account, type Way, wayOut } from './account.ts'
import { lease, lostMails, markSending } from './lease.ts'
import type { Mail } from './mail.ts'
import { withinRate } from './rate.ts'
import type { MailOffice } from './road.ts'
import { type AfterMail, raiseAccountTask, settleAccountTask, settleMail } from './settle.ts'

export type SendParts = { readonly ground: Ground; readonly office: MailOffice; readonly after: AfterMail }

/** went: something was sent, more may be due. idle: nothing is due. blocked: the account is at fault, all of it waits. */
export type Round = { readonly kind: 'went' | 'idle' } | { readonly kind: 'blocked'; readonly trouble: MailTrouble }

/** `most`: mails of one connection; as many connections are opened at once as the account allows. */
export async function sendRound(parts: SendParts, tenantId: string, most: number): Promise<Round> {
  const { mails, way } = await inContext(parts.ground, systemPrincipal(tenantId), async (context) => {
    for (const mail of await lostMails(context)) await settleMail(context, mail, LOST, parts.after)
    const found = await wayOut(context, parts.office)
    // Without a way nothing is taken up: the mails keep their place.
    return { way: found, mails: found.kind === 'none' ? [] : await takeUp(context, accountOf(found), most) }
  })
  if (way.kind === 'none') return blocked(parts, tenantId, 'not_set_up')
  if (mails.length === 0) return { kind: 'idle' }
  const account = accountOf(way)
  if (account === undefined) return intoDemo(parts, tenantId, mails)
  const { road, postOffice } = parts.office
  const openEmail = way.kind === 'demo' && postOffice !== undefined ? postOffice.openEmail : road.openEmail
  return over({ ...parts, tenantId, account, open: () => openEmail(account.settings) }, mails)
}

const LOST: MailOutcome = { outcome: 'unknown', trouble: 'lost', answer: '' }

function accountOf(way: Way): Account | undefined {
  return way.kind === 'none' ? undefined : way.account
}

async function takeUp(context: Context, account: Account | undefined, most: number): Promise<readonly Mail[]> {
  if (account === undefined) return lease(context, most)
  const all = most * account.connections
  if (account.perMinute === null) return lease(context, all)
  return withinRate(context, account.perMinute, all, (allowed) => lease(context, allowed))
}

/** Whether anything waits for an account that is at fault: only then is a person told. */
async function blocked(parts: SendParts, tenantId: string, trouble: MailTrouble): Promise<Round> {
  await inContext(parts.ground, systemPrincipal(tenantId), (context) => raiseAccountTask(context, trouble))
  return { kind: 'blocked', trouble }
}

type Sending = SendParts & {
  readonly tenantId: string
  readonly account: Account
  readonly open: () => EmailChannel
}

type Failure = Exclude<MailOutcome, { outcome: 'accepted' }>

async function over(sending: Sending, mails: readonly Mail[]): Promise<Round> {
  const { tenantId, account } = sending
  const waiting = [...mails]
  let fault: Failure | undefined
  const send = async (channel: EmailChannel, most: number): Promise<void> => {
    for (let sent = 0; sent < most && fault === undefined; sent += 1) {
      const mail = waiting.shift()
      if (mail === undefined) return
      // A connection carries one mail after the other.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await sendAndSettle(sending, channel, mail)
      if (outcome.outcome !== 'accepted' && sending.office.road.isOfAccount(outcome.trouble)) fault ??= outcome
    }
  }
  const first = sending.open()
  const channels = [first]
  try {
    // The account is tried with one mail; a wrong password is not tried on each connection.
    await send(first, 1)
    const wanted = fault === undefined ? Math.min(account.connections, waiting.length) : 1
    while (channels.length < wanted) channels.push(sending.open())
    // Whatever breaks in one, the others come to their end before anything is given back.
    const ended = await Promise.allSettled(channels.map((channel) => send(channel, Infinity)))
    for (const end of ended) if (end.status === 'rejected') throw end.reason
  } finally {
    for (const channel of channels) channel.close()
  }
  if (fault !== undefined) {
    await giveBack(sending, tenantId, waiting, fault)
    return blocked(sending, tenantId, fault.trouble)
  }
  await inContext(sending.ground, systemPrincipal(tenantId), settleAccountTask)
  return { kind: 'went' }
}

async function sendAndSettle(sending: Sending, channel: EmailChannel, mail: Mail): Promise<MailOutcome> {
  const outcome = await sendOne(sending, sending.tenantId, sending.account, channel, mail)
  await inContext(sending.ground, systemPrincipal(sending.tenantId), (context) =>
    settleMail(context, mail, outcome, sending.after),
  )
  return outcome
}

// What was taken up and not tried is free again.
async function giveBack(
  parts: SendParts,
  tenantId: string,
  mails: readonly Mail[],
  outcome: MailOutcome,
): Promise<void> {
  await inContext(parts.ground, systemPrincipal(tenantId), async (context) => {
    for (const mail of mails) await settleMail(context, mail, outcome, parts.after)
  })
}

async function sendOne(
  { ground, office }: SendParts,
  tenantId: string,
  account: Account,
  channel: EmailChannel,
  mail: Mail,
): Promise<MailOutcome> {
  const inTenant = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
    inContext(ground, systemPrincipal(tenantId), work)
  const raw = await office.road.composeMail(await inTenant((context) => outgoing(context, account, mail)))
  const leaving = { from: account.from.address, rawSha256: createHash('sha256').update(raw).digest() }
  const envelope = { from: returnPath(office, account, mail), to: mail.toAddress }
  return channel.send(envelope, raw, () => inTenant((context) => markSending(context, mail, leaving)))
}

function returnPath({ road }: MailOffice, { bounceAddress, bounceTokens }: Account, mail: Mail): string {
  return road.returnPathOf(bounceAddress, bounceTokens ? mail.id.replaceAll('-', '') : undefined)
}

/** The mail with its files, as it leaves by this account. The same mail gives the same bytes however often it is tried. */
async function outgoing(context: Context, account: Account, mail: Mail): Promise<OutgoingMail> {
  const attachments: OutgoingMail['attachments'][number][] = []
  for (const { name, mediaType, sha256 } of mail.attachments) {
    attachments.push({ name, mediaType, bytes: await blobContent(context, Buffer.from(sha256, 'hex')) })
  }
  const { toName, toAddress, listId, listName, html, inReplyTo } = mail
  return {
    messageId: mail.messageId,
    date: instant(mail.queuedAt),
    from: account.from,
    to: { address: toAddress, ...(toName === null ? {} : { name: toName }) },
    ...(account.replyTo === undefined ? {} : { replyTo: account.replyTo }),
    subject: mail.subject,
    text: mail.text,
    ...(html === null ? {} : { html }),
    attachments,
    ...(listId === null ? {} : { list: { id: listId, name: listName ?? '' } }),
    ...(inReplyTo === null ? {} : { inReplyTo }),
    automatic: true,
  }
}

/** The demo's own mailbox: the mail is kept, and that is all. */
export const DEMO_MAILBOX = 'Demo-Postfach'

async function intoDemo(parts: SendParts, tenantId: string, mails: readonly Mail[]): Promise<Round> {
  const answer: MailOutcome = { outcome: 'accepted', answer: DEMO_MAILBOX }
  await inContext(parts.ground, systemPrincipal(tenantId), async (context) => {
    for (const mail of mails) {
      // Nothing leaves, so there is no hash of what left.
      if (await markSending(context, mail, { from: DEMO_MAILBOX })) await settleMail(context, mail, answer, parts.after)
    }
  })
  return { kind: 'went' }
}
