// Takes one mail out of a mailbox: it is kept and the place in the folder moved on in one transaction. One that cannot be taken in is
// set aside, with its place moved on as well: it must not hold up those behind it.

import type { FetchedMail, Inbox, InboxFailure, IncomingMail } from '@mahnwerk/connectors/channels/email'
import { systemPrincipal } from '../../auth/system.ts'
import { type Context, type Ground, inContext, refused } from '../../http/index.ts'
import { type Fault, faultOf } from './fault.ts'
import { after, moveOn, placeIn } from './intake-place.ts'
import type { Intake } from './intake-settings.ts'
import { belongsTo } from './match.ts'
import { type RawMail, type Wanted, receiveWanted } from './receive.ts'
import type { MailOffice } from './road.ts'
import { setAside } from './set-aside.ts'
import type { AfterMail } from './settle.ts'

export type IntakeParts = { readonly ground: Ground; readonly office: MailOffice; readonly after: AfterMail }

/** An open mailbox, and whose it is. */
export type Taking = IntakeParts & { readonly tenantId: string; readonly intake: Intake; readonly inbox: Inbox }

/** aside: it could not be read. cut: not the whole of it is here. */
export type Taken = { readonly kind: 'received' | 'aside'; readonly already: boolean; readonly cut: boolean }

/** What could not be taken in now, and nobody can tell for how long: those behind it wait. */
export class Held extends Error {
  readonly by: Error
  readonly failure: InboxFailure

  constructor(by: unknown) {
    super('a mail could not be taken in')
    this.by = by instanceof Error ? by : new Error(String(by))
    this.failure = { trouble: 'held', answer: this.by.message }
  }
}

export const BYTES_MOST = 25 * 1024 * 1024
/** Checks that wait for a mail of which nobody can tell whether it is at fault; some minutes lie between two. */
const CHECKS_MOST = 3

/**
 * Undefined for what another process took, what is gone, and what is not wanted. `checks`: those that this mail has held up already.
 * Throws Held, or what the mailbox throws.
 */
export async function takeOne(taking: Taking, uid: number, checks: number): Promise<Taken | undefined> {
  const last = checks >= CHECKS_MOST
  const mail = await readOut(taking, uid, last)
  if (mail === undefined) return inMailbox(taking, uid, async () => undefined)
  if ('fault' in mail) return putAside(taking, uid, mail.head, mail.fault)
  const keep = (): Promise<Taken | undefined> => keepOne(taking, uid, mail)
  try {
    return await keep().catch(keep)
  } catch (error) {
    const fault = faultOf(error, taking.office.road)
    if (fault === undefined || !(fault.sure || last)) throw new Held(error)
    return putAside(taking, uid, mail, fault)
  }
}

type HeadOnly = { readonly head: FetchedMail; readonly fault: Fault }

async function readOut(
  { inbox, office }: Taking,
  uid: number,
  last: boolean,
): Promise<FetchedMail | HeadOnly | undefined> {
  try {
    return await inbox.read(uid, BYTES_MOST)
  } catch (error) {
    const { trouble, answer } = office.road.inboxFailure(error)
    if (!last || trouble !== 'held') throw error
    return { head: await inbox.headOnly(uid), fault: { why: 'server', words: answer, sure: true } }
  }
}

async function keepOne(taking: Taking, uid: number, mail: FetchedMail): Promise<Taken | undefined> {
  const { office, intake, after: afterMail } = taking
  // Before the transaction: it may take its time.
  const incoming = await office.road.readMail(mail.raw)
  if (incoming === undefined) throw refused('mail_unreadable')
  return inMailbox(taking, uid, async (context) => {
    const received = await receiveWanted(context, afterMail, rawOf(mail, intake), incoming, wantedBy(intake))
    return received && { kind: 'received', already: received.already, cut: mail.cut }
  })
}

async function putAside(taking: Taking, uid: number, mail: FetchedMail, fault: Fault): Promise<Taken | undefined> {
  const envelope = await taking.office.road.readEnvelope(mail.raw)
  const raw = rawOf(mail, taking.intake)
  const keepAs = (said: IncomingMail): Promise<Taken | undefined> =>
    inMailbox(taking, uid, (context) => aside(context, raw, said, fault))
  try {
    if (!(await isOurs(taking, envelope))) return await inMailbox(taking, uid, async () => undefined)
    // What its envelope says may be no better than the rest of it.
    return await keepAs(envelope).catch((error: unknown) => {
      if (faultOf(error, taking.office.road)?.sure !== true) throw error
      return keepAs(UNTITLED)
    })
  } catch (error) {
    throw new Held(error)
  }
}

const UNTITLED: IncomingMail = { subject: '', text: '', files: [], answers: [], what: { kind: 'letter' } }

async function aside(context: Context, raw: RawMail, envelope: IncomingMail, fault: Fault): Promise<Taken> {
  const { already } = await setAside(context, raw, envelope, fault)
  return { kind: 'aside', already, cut: raw.cutFrom !== undefined }
}

/** Whether it is to be kept at all, as far as its envelope tells. What tells nothing stays where it is, and private. */
async function isOurs(taking: Taking, envelope: IncomingMail): Promise<boolean> {
  if (taking.intake.takes === 'all') return true
  const wanted = wantedBy(taking.intake)
  try {
    return await insideOf(taking)(async (context) => wanted(envelope, await belongsTo(context, envelope)))
  } catch (error) {
    if (faultOf(error, taking.office.road)?.sure === true) return false
    throw error
  }
}

function wantedBy({ takes }: Intake): Wanted {
  return (incoming, belongs) =>
    takes === 'all' || belongs.ours !== undefined || belongs.debtorId !== undefined || incoming.token !== undefined
}

function rawOf({ raw, size, cut }: FetchedMail, { practiceId }: Intake): RawMail {
  return { raw, practiceId, cutFrom: cut ? size : undefined }
}

/** Moves the place on in one transaction with the work; undefined where another process has been there. */
function inMailbox(
  taking: Taking,
  uid: number,
  work: (context: Context) => Promise<Taken | undefined>,
): Promise<Taken | undefined> {
  const { validity } = taking.inbox
  return insideOf(taking)(async (context) => {
    const place = await placeIn(context, true)
    if (after(place, validity) >= uid) return undefined
    await moveOn(context, validity, uid)
    return work(context)
  })
}

export function insideOf({ ground, tenantId }: Pick<Taking, 'ground' | 'tenantId'>) {
  return <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
    inContext(ground, systemPrincipal(tenantId), work)
}
