// The post office of the pretended world, which the demo's mail goes through. It stands on this machine, where no tenant's settings
// may lead: therefore its addresses come from the process's own surroundings.

import { createReach, openEmail, openInbox } from '@mahnwerk/connectors/channels/email'
import type { PostOfficeRoad } from '../mail/index.ts'

const HOST = '127.0.0.1'

export function postOfficeRoad(smtpPort: number, imapPort: number, password: string): PostOfficeRoad {
  const reach = createReach([HOST])
  return {
    smtp: { host: HOST, port: smtpPort, security: 'none' },
    imap: { host: HOST, port: imapPort, security: 'none', password },
    openEmail: (settings) => openEmail(settings, { reach }),
    openInbox: (settings, afterwards) => openInbox(settings, afterwards, { reach }),
  }
}
