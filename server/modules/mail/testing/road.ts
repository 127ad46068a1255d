// The road for tests whose mail servers stand on this machine.

import * as email from '@mahnwerk/connectors/channels/email'
import type { MailRoad } from '../road.ts'

const reach = email.createReach(['127.0.0.0/8', '::1'])

export const loopback: MailRoad = {
  ...email,
  readMail: email.readApart(),
  openEmail: (settings) => email.openEmail(settings, { reach }),
  openInbox: (settings, afterwards) => email.openInbox(settings, afterwards, { reach, timeoutMs: 5_000 }),
}
