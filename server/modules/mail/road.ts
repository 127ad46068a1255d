// The road that mail takes. Who speaks on it is decided by app.ts alone.

import type {
  OpenEmail,
  OpenInbox,
  composeMail,
  inboxFailure,
  isOfAccount,
  readMail,
  returnPathOf,
} from '@mahnwerk/connectors/channels/email'
import type { Secrets } from '../../auth/index.ts'

export type MailRoad = {
  readonly openEmail: OpenEmail
  readonly openInbox: OpenInbox
  readonly inboxFailure: typeof inboxFailure
  readonly composeMail: typeof composeMail
  readonly returnPathOf: typeof returnPathOf
  readonly readMail: typeof readMail
  readonly isOfAccount: typeof isOfAccount
}

/** The road, and what opens the passwords on it. */
export type MailOffice = { readonly road: MailRoad; readonly secrets: Pick<Secrets, 'encipher' | 'decipher'> }
