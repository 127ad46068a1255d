export type { EmailChannel, EmailSettings, EmailWorld, MailEnvelope, OpenEmail } from './api.ts'
export { openEmail } from './api.ts'
export { type ReadMail, readApart } from './apart.ts'
export type { Bounce } from './bounce.ts'
export { readEnvelope } from './envelope.ts'
export { type EmailFake, type TakenMail, fakeEmail } from './fake.ts'
export {
  type Afterwards,
  type FetchedMail,
  type Inbox,
  type InboxFailure,
  type InboxSettings,
  type OpenInbox,
  type OpenedInbox,
  inboxFailure,
  openInbox,
} from './inbox.ts'
export { type IncomingMail, readMail } from './incoming.ts'
export { type MailFile, type MailList, type Mailbox, type OutgoingMail, composeMail, returnPathOf } from './message.ts'
export { type MailOutcome, type MailTrouble, isOfAccount } from './outcome.ts'
export { type Reach, createReach } from './reach.ts'
export { type WhyUnreadable, whyUnreadable } from './unreadable.ts'
