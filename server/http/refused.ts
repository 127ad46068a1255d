// How a refusal leaves a transaction: thrown by a command, so that everything is rolled back, and turned into problem
// details (RFC 9457) by the edge. It carries no sentence; the edge finds it in the reader's language.

import type { Refusal } from '@mahnwerk/core/refusals'
import type { RefusalCode } from './texts.ts'

export class Refused extends Error {
  readonly status: number
  readonly refusal: Refusal<RefusalCode>

  constructor(refusal: Refusal<RefusalCode>, status = 422) {
    super(refusal.code)
    this.refusal = refusal
    this.status = status
  }
}

export function refused(
  code: RefusalCode,
  facts: Readonly<Record<string, string | number>> = {},
  options: { readonly status?: number; readonly repair?: string } = {},
): Refused {
  const refusal = options.repair === undefined ? { code, facts } : { code, facts, repair: options.repair }
  return new Refused(refusal, options.status)
}

/** What is not there and what is not yours look the same from outside. */
export function notFound(
  what:
    | 'invoice'
    | 'case'
    | 'debtor'
    | 'document'
    | 'import'
    | 'payment'
    | 'question'
    | 'practice'
    | 'connection'
    | 'user'
    | 'key'
    | 'view'
    | 'task'
    | 'policy'
    | 'run'
    | 'notice'
    | 'mail'
    | 'logo',
): Refused {
  return refused(`${what}_not_found`, {}, { status: 404 })
}
