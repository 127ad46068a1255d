// A mail that cannot be read is set aside, so that those behind it come in: it is kept as it came, stands among the unassigned mails
// with the reason, and waits for a person. What became of it stands in its task, which has the mail's own id.

import type { IncomingMail } from '@mahnwerk/connectors/channels/email'
import type { Context } from '../../http/index.ts'
import { raiseTask } from '../tasks/index.ts'
import type { Fault } from './fault.ts'
import { letterCause } from './file.ts'
import { plain } from './plain.ts'
import { type RawMail, type Received, receiveUnread } from './receive.ts'
import { told } from './settle.ts'

export const UNREAD = 'mail_unread'
/** Of each fact, in signs. */
const WORDS = 300

/** The same bytes again change nothing. */
export async function setAside(
  context: Context,
  mail: RawMail,
  envelope: IncomingMail,
  fault: Fault,
): Promise<Received> {
  const received = await receiveUnread(context, mail, envelope)
  if (received.already) return received
  const { practiceId } = mail
  const { from, subject } = envelope
  await raiseTask(context, {
    id: received.id,
    kind: UNREAD,
    cause: letterCause(received.id),
    facts: {
      from: plain(from?.name ?? from?.address ?? '', WORDS),
      subject: plain(subject, WORDS),
      why: fault.why,
      words: plain(fault.words, WORDS),
    },
    link: `/postausgang/eingang/${received.id}`,
    ...(practiceId === undefined ? {} : { practiceId }),
  })
  await told(context, { id: received.id, practiceId: practiceId ?? null })
  return received
}
