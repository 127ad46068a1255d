// A mail server that is none: keeps what it is given and behaves as told. For tests of those who send.

import type { EmailChannel, EmailSettings, MailEnvelope, OpenEmail } from './api.ts'
import type { MailOutcome } from './outcome.ts'

export type TakenMail = { readonly envelope: MailEnvelope; readonly raw: Buffer; readonly settings: EmailSettings }

export type EmailFake = {
  readonly open: OpenEmail
  /** What arrived, the oldest first. */
  readonly taken: readonly TakenMail[]
  /** works; or ends each mail so. `lost`: takes it, and its answer never comes. */
  behave(how: 'works' | 'lost' | Exclude<MailOutcome, { outcome: 'accepted' }>): void
}

export function fakeEmail(): EmailFake {
  const taken: TakenMail[] = []
  let how: Parameters<EmailFake['behave']>[0] = 'works'
  const open = (settings: EmailSettings): EmailChannel => ({
    check: async () => (typeof how === 'string' ? { outcome: 'accepted', answer: '' } : how),
    send: async (envelope, raw, beforeContent) => {
      if (typeof how !== 'string') return how
      if (!(await beforeContent())) return { outcome: 'unavailable', trouble: 'withdrawn', answer: '' }
      taken.push({ envelope, raw: Buffer.from(raw), settings })
      if (how === 'lost') return { outcome: 'unknown', trouble: 'lost', answer: 'connection closed' }
      return { outcome: 'accepted', answer: '250 OK' }
    },
    close: () => {},
  })
  return { open, taken, behave: (next) => (how = next) }
}
