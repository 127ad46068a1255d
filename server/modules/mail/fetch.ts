// Fetches a tenant's mailbox: each mail is kept and the place in the folder moved on in one transaction, so that a process that dies
// goes on where it was, and two at once take nothing twice. Only then something is done with the mail where it lies.

import type { InboxFailure } from '@mahnwerk/connectors/channels/email'
import { type Place, after, noteCheck, placeIn } from './intake-place.ts'
import { type Intake, wayIn } from './intake-settings.ts'
import { Held, type IntakeParts, type Taking, insideOf, takeOne } from './take.ts'

export type Fetched = {
  /** Mails that are new here. */
  readonly taken: number
  /** Of those, the ones that could not be read and wait for a person. */
  readonly unread: number
  /** More lie there than one check takes. */
  readonly more: boolean
  readonly failure?: InboxFailure
}

/** Of one check, so that one mailbox does not keep the others waiting. */
const MAILS_MOST = 200

/** Undefined where the tenant has no mailbox to fetch from. Throws what held up a mail and is not the mailbox's fault. */
export async function fetchMail(parts: IntakeParts, tenantId: string): Promise<Fetched | undefined> {
  const inside = insideOf({ ...parts, tenantId })
  const { intake, place } = await inside(async (context) => ({
    intake: await wayIn(context, parts.office),
    place: await placeIn(context),
  }))
  if (intake === undefined) return undefined
  const opened = await openOf(parts, intake)
  if (opened.trouble !== undefined) {
    await inside((context) => noteCheck(context, opened))
    return { taken: 0, unread: 0, more: false, failure: opened }
  }
  const fetched = await readAndClose({ ...parts, tenantId, intake, inbox: opened.inbox }, place)
  await inside((context) => noteCheck(context, fetched.failure))
  if (fetched.heldBy !== undefined) throw fetched.heldBy
  return fetched
}

/** Opens the mailbox; the demo's stands in the installation's own post office. */
export function openOf({ office }: Pick<IntakeParts, 'office'>, { inbox, afterwards, demo }: Intake) {
  const open = demo && office.postOffice !== undefined ? office.postOffice.openInbox : office.road.openInbox
  return open(inbox, afterwards)
}

async function readAndClose(taking: Taking, place: Place): Promise<Read> {
  try {
    return await readOn(taking, place)
  } finally {
    await taking.inbox.close()
  }
}

type Read = Fetched & { readonly heldBy?: Error }

async function readOn(taking: Taking, place: Place): Promise<Read> {
  const { inbox, intake, office } = taking
  let [taken, unread] = [0, 0]
  // A mail that cannot be moved does not keep the next from being read; what went wrong is told at the end.
  let failure: InboxFailure | undefined
  let checks = place.trouble === 'held' ? place.failures : 0
  const from = after(place, inbox.validity)
  let last = from
  try {
    const uids = await inbox.uids(from, intake.since)
    for (const uid of uids.slice(0, MAILS_MOST)) {
      // In the mailbox's order, and each before the place moves on.
      // oxlint-disable-next-line no-await-in-loop
      const one = await takeOne(taking, uid, checks)
      last = uid
      checks = 0
      if (one?.already === false) taken += 1
      if (one?.already === false && one.kind === 'aside') unread += 1
      if (one?.kind === 'received' && !(one.cut && intake.afterwards.kind === 'delete'))
        // oxlint-disable-next-line no-await-in-loop
        await inbox.done(uid).catch((error) => (failure ??= office.road.inboxFailure(error)))
    }
    return { taken, unread, more: uids.length > MAILS_MOST, ...(failure === undefined ? {} : { failure }) }
  } catch (error) {
    const held = error instanceof Held
    const told = held ? error.failure : office.road.inboxFailure(error)
    return { taken, unread, more: last > from, failure: told, ...(held ? { heldBy: error.by } : {}) }
  }
}
