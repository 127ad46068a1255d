// What went wrong with a mail that came in: whether it is the mail's fault, the world's, or whether nobody can tell. The first is set
// aside at once, the second is waited for as long as it takes, the third is tried a few times.

import type { WhyUnreadable } from '@mahnwerk/connectors/channels/email'
import { Refused } from '../../http/index.ts'
import type { MailRoad } from './road.ts'

/** server: the mail server does not hand it out. */
export type Why = WhyUnreadable | 'server'

export type Fault = {
  readonly why: Why
  /** What broke, for whoever repairs it. */
  readonly words: string
  /** It would be the same at any time. */
  readonly sure: boolean
}

/** Undefined where the world is at fault: the database away, the network gone. */
export function faultOf(error: unknown, { whyUnreadable }: Pick<MailRoad, 'whyUnreadable'>): Fault | undefined {
  const words = error instanceof Error ? error.message : String(error)
  const why = whyUnreadable(error)
  if (why !== undefined) return { why, words, sure: true }
  if (error instanceof Refused && error.refusal.code === 'mail_unreadable') return { why: 'head', words, sure: true }
  const { code } = error as { readonly code?: unknown } // read only where it is of the right type
  if (typeof code === 'string') return isOfData(code) ? { why: 'ours', words, sure: true } : undefined
  if (LOST_CONNECTION.test(words)) return undefined
  return { why: 'ours', words, sure: error instanceof TypeError || error instanceof RangeError }
}

// PostgreSQL's classes of conditions: what was given is no text, no day, no JSON (22), breaks a rule (23), is too large (54).
// Everything else is the database itself, and a system's error has a code of its own.
function isOfData(code: string): boolean {
  return /^(22|23|54)[0-9A-Z]{3}$/.test(code)
}

// How the database's client says without a code that nobody is there.
const LOST_CONNECTION = /connection|timeout|the pool/i
