// Fetches a tenant's mailbox: each mail is kept and the place in the folder moved on in one transaction, so that a process that dies
// goes on where it was, and two at once take nothing twice. Only then something is done with the mail where it lies.

import type { Inbox, InboxFailure } from '@mahnwerk/connectors/channels/email'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, type Ground, Refused, inContext } from '../../http/index.ts'
import { after, moveOn, noteCheck, placeIn } from './intake-place.ts'
import { type Intake, wayIn } from './intake-settings.ts'
import { type Received, receiveWanted } from './receive.ts'
import type { MailOffice } from './road.ts'
import type { AfterMail } from './settle.ts'

export type IntakeParts = { readonly ground: Ground; readonly office: MailOffice; readonly after: AfterMail }

export type Fetched = {
  /** Mails that are new here. */
  readonly taken: number
  /** More lie there than one check takes. */
  readonly more: boolean
  readonly failure?: InboxFailure
}

export const BYTES_MOST = 25 * 1024 * 1024
/** Of one check, so that one mailbox does not keep the others waiting. */
const MAILS_MOST = 200

/** Undefined where the tenant has no mailbox to fetch from. */
export async function fetchMail(parts: IntakeParts, tenantId: string): Promise<Fetched | undefined> {
  const inside = insideOf(parts, tenantId)
  const { intake, place } = await inside(async (context) => ({
    intake: await wayIn(context, parts.office),
    place: await placeIn(context),
  }))
  if (intake === undefined) return undefined
  const opened = await openOf(parts, intake)
  if (opened.trouble !== undefined) {
    await inside((context) => noteCheck(context, opened))
    return { taken: 0, more: false, failure: opened }
  }
  const { inbox } = opened
  const fetched = await readAndClose(parts, tenantId, intake, inbox, after(place, inbox.validity))
  await inside((context) => noteCheck(context, fetched.failure))
  return fetched
}

function insideOf({ ground }: IntakeParts, tenantId: string) {
  return <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
    inContext(ground, systemPrincipal(tenantId), work)
}

/** Opens the mailbox; the demo's stands in the installation's own post office. */
export function openOf({ office }: Pick<IntakeParts, 'office'>, { inbox, afterwards, demo }: Intake) {
  const open = demo && office.postOffice !== undefined ? office.postOffice.openInbox : office.road.openInbox
  return open(inbox, afterwards)
}

async function readAndClose(...[parts, tenantId, intake, inbox, from]: Parameters<typeof readOn>): Promise<Fetched> {
  try {
    return await readOn(parts, tenantId, intake, inbox, from)
  } finally {
    await inbox.close()
  }
}

async function readOn(
  parts: IntakeParts,
  tenantId: string,
  intake: Intake,
  inbox: Inbox,
  from: number,
): Promise<Fetched> {
  let taken = 0
  // A mail that cannot be moved does not keep the next from being read; what went wrong is told at the end.
  let failure: InboxFailure | undefined
  let last = from
  try {
    const uids = await inbox.uids(from, intake.since)
    for (const uid of uids.slice(0, MAILS_MOST)) {
      // In the mailbox's order, and each before the place moves on.
      // oxlint-disable-next-line no-await-in-loop
      const received = await takeOne(parts, tenantId, intake, inbox, uid)
      last = uid
      if (received !== undefined && !received.already) taken += 1
      // oxlint-disable-next-line no-await-in-loop
      if (received !== undefined)
        await inbox.done(uid).catch((error) => (failure ??= parts.office.road.inboxFailure(error)))
    }
    return { taken, more: uids.length > MAILS_MOST, ...(failure === undefined ? {} : { failure }) }
  } catch (error) {
    if (error instanceof OurFault) throw error.cause
    return { taken, more: last > from, failure: parts.office.road.inboxFailure(error) }
  }
}

/** What broke here and not in the mailbox: it must not be told as the server's. */
class OurFault extends Error {}

/** Undefined for what another process took, what is gone, and what is not wanted. */
async function takeOne(
  parts: IntakeParts,
  tenantId: string,
  intake: Intake,
  inbox: Inbox,
  uid: number,
): Promise<Received | undefined> {
  const mail = await inbox.read(uid, BYTES_MOST)
  try {
    return await insideOf(
      parts,
      tenantId,
    )(async (context) => {
      const place = await placeIn(context, true)
      if (after(place, inbox.validity) >= uid) return undefined
      await moveOn(context, inbox.validity, uid)
      return mail === undefined ? undefined : receiveReadable(context, parts, intake, mail)
    })
  } catch (error) {
    throw new OurFault('a mail could not be kept', { cause: error })
  }
}

async function receiveReadable(
  context: Context,
  parts: IntakeParts,
  { takes, practiceId }: Intake,
  { raw, size, cut }: NonNullable<Awaited<ReturnType<Inbox['read']>>>,
): Promise<Received | undefined> {
  const mail = { raw, practiceId, cutFrom: cut ? size : undefined }
  try {
    return await receiveWanted(context, { road: parts.office.road, after: parts.after }, mail, (incoming, belongs) => {
      if (takes === 'all' || belongs.ours !== undefined || belongs.debtorId !== undefined) return true
      return incoming.token !== undefined
    })
  } catch (error) {
    // Neither sender nor subject: nobody could do anything with it, and it stays where it is.
    if (error instanceof Refused && error.refusal.code === 'mail_unreadable') return undefined
    throw error
  }
}
