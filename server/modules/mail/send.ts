// Sends the mails of one tenant that are due. Who finds the account at fault stops at once and says so, so that a wrong
// password is tried once and not once for each mail.

import { createHash } from 'node:crypto'
import { instant } from '@mahnwerk/core/calendar'
import type { EmailChannel, MailOutcome, MailTrouble, OutgoingMail } from '@mahnwerk/connectors/channels/email'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import { blobContent } from '../documents/index.ts'
import { type Account, wayOut } from './account.ts'
import { lease, lostMails, markSending } from './lease.ts'
import type { Mail } from './mail.ts'
import type { MailOffice } from './road.ts'
import { type AfterMail, raiseAccountTask, settleAccountTask, settleMail } from './settle.ts'

export type SendParts = { readonly ground: Ground; readonly office: MailOffice; readonly after: AfterMail }

/** went: something was sent, more may be due. idle: nothing is due. blocked: the account is at fault, all of it waits. */
export type Round = { readonly kind: 'went' | 'idle' } | { readonly kind: 'blocked'; readonly trouble: MailTrouble }

export async function sendRound(parts: SendParts, tenantId: string, most: number): Promise<Round> {
  const { mails, way } = await inContext(parts.ground, systemPrincipal(tenantId), async (context) => {
    for (const mail of await lostMails(context)) await settleMail(context, mail, LOST, parts.after)
    const found = await wayOut(context, parts.office)
    // Without a way nothing is taken up: the mails keep their place.
    return { way: found, mails: found.kind === 'none' ? [] : await lease(context, most) }
  })
  if (way.kind === 'none') return blocked(parts, tenantId, 'not_set_up')
  if (mails.length === 0) return { kind: 'idle' }
  return way.kind === 'demo' ? intoDemo(parts, tenantId, mails) : over(parts, tenantId, way.account, mails)
}

const LOST: MailOutcome = { outcome: 'unknown', trouble: 'lost', answer: '' }

/** Whether anything waits for an account that is at fault: only then is a person told. */
async function blocked(parts: SendParts, tenantId: string, trouble: MailTrouble): Promise<Round> {
  await inContext(parts.ground, systemPrincipal(tenantId), (context) => raiseAccountTask(context, trouble))
  return { kind: 'blocked', trouble }
}

async function over(parts: SendParts, tenantId: string, account: Account, mails: readonly Mail[]): Promise<Round> {
  const channel = parts.office.road.openEmail(account.settings)
  try {
    for (const mail of mails) {
      const outcome = await sendOne(parts, tenantId, account, channel, mail)
      await inContext(parts.ground, systemPrincipal(tenantId), (context) =>
        settleMail(context, mail, outcome, parts.after),
      )
      if (outcome.outcome !== 'accepted' && parts.office.road.isOfAccount(outcome.trouble)) {
        await giveBack(parts, tenantId, mails, outcome)
        return blocked(parts, tenantId, outcome.trouble)
      }
    }
  } finally {
    channel.close()
  }
  await inContext(parts.ground, systemPrincipal(tenantId), settleAccountTask)
  return { kind: 'went' }
}

// What was taken up with a mail that met the account's trouble is free again; it was not tried.
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
