// The road that mail takes. Who speaks on it is decided by app.ts alone.

import type {
  EmailSettings,
  InboxSettings,
  OpenEmail,
  OpenInbox,
  ReadMail,
  composeMail,
  inboxFailure,
  isOfAccount,
  readEnvelope,
  returnPathOf,
  whyUnreadable,
} from '@mahnwerk/connectors/channels/email'
import type { Secrets } from '../../auth/index.ts'

export type MailRoad = {
  readonly openEmail: OpenEmail
  readonly openInbox: OpenInbox
  readonly inboxFailure: typeof inboxFailure
  readonly composeMail: typeof composeMail
  readonly returnPathOf: typeof returnPathOf
  /** Where it cannot harm. */
  readonly readMail: ReadMail
  readonly readEnvelope: typeof readEnvelope
  readonly whyUnreadable: typeof whyUnreadable
  readonly isOfAccount: typeof isOfAccount
}

/** The road, and what opens the passwords on it. */
export type MailOffice = {
  readonly road: MailRoad
  readonly secrets: Pick<Secrets, 'encipher' | 'decipher'>
  /** Where the demo's mail goes and comes from; absent where the demo keeps it in the house. */
  readonly postOffice?: PostOfficeRoad
}

/** A post office of the installation itself: no tenant names it, so it may stand on this machine. */
export type PostOfficeRoad = Pick<MailRoad, 'openEmail' | 'openInbox'> & {
  readonly smtp: EmailSettings
  /** The password opens every mailbox. */
  readonly imap: Omit<InboxSettings, 'user' | 'folder'>
}
