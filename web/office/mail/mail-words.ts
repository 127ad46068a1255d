// What a mail's state is called and how it looks.

import type { ReceivedMail } from '@mahnwerk/client/api'
import type { MailKey } from '../../texts/mail/mail-text.ts'
import type { Tone } from '../../ui/index.ts'

export type MailState = 'queued' | 'sending' | 'accepted' | 'bounced' | 'failed' | 'unknown'

const TONES: Readonly<Record<MailState, Tone>> = {
  queued: 'neutral',
  sending: 'away',
  accepted: 'good',
  bounced: 'stop',
  failed: 'stop',
  unknown: 'warn',
}

/** `answer`: what the server said; the demo's own mailbox says its name, over SMTP behind a code. */
export function stateWords(state: MailState, answer: string | null): { readonly key: MailKey; readonly tone: Tone } {
  const inDemo = state === 'accepted' && /(^| )Demo-Postfach$/.test(answer ?? '')
  return { key: inDemo ? 'mail.state.demo' : `mail.state.${state}`, tone: TONES[state] }
}

type ReceivedKind = 'letter' | 'automatic' | 'bounce' | 'unread'

const KIND_TONES: Readonly<Record<ReceivedKind, Tone>> = {
  letter: 'neutral',
  automatic: 'neutral',
  bounce: 'stop',
  unread: 'warn',
}

/** What a mail that came in is called, and how it looks. */
export function kindWords(mail: Pick<ReceivedMail, 'kind' | 'unread'>): { readonly key: MailKey; readonly tone: Tone } {
  const kind = mail.unread === null ? mail.kind : 'unread'
  return { key: `mail.in.kind.${kind}`, tone: KIND_TONES[kind] }
}
