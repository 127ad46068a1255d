// What a partner has to provide so that the protocol's server side can speak for it: the desk that does the work and the
// memory of answers given under an Idempotency-Key. Both may be a database or, in the simulator, plain maps.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import type { ProblemCode } from '../problems.ts'
import type {
  Answer,
  Capabilities,
  DirectPayment,
  DirectPaymentReversal,
  DocumentUpload,
  Pause,
  Recall,
  Receipt,
  Reconciliation,
  Resumption,
  Taken,
} from '../schemas/index.ts'
import type { PlainResponse } from './message.ts'

export type DeskAnswer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problem: ProblemCode; readonly detail?: string }

export type IncomingClaim = {
  readonly idempotencyKey: string
  readonly package: HandoverPackage
  /** SHA-256 of the canonical text of what arrived. */
  readonly contentHash: string
}

/**
 * Each method is safe to repeat: the same id with the same content is taken once and answered alike, the same id with
 * other content is `id-conflict` (`claim-conflict` for a claim). A thrown error becomes a 500.
 */
export type PartnerDesk = {
  capabilities(): Promise<Capabilities>
  takeClaim(claim: IncomingClaim): Promise<DeskAnswer<Receipt>>
  takeDirectPayment(claimRef: string, payment: DirectPayment): Promise<DeskAnswer<Taken>>
  takeReversal(claimRef: string, reversal: DirectPaymentReversal): Promise<DeskAnswer<Taken>>
  /** The content was checked against its SHA-256 before. */
  takeDocument(claimRef: string, documentId: string, document: DocumentUpload): Promise<DeskAnswer<Taken>>
  takeAnswer(claimRef: string, answer: Answer): Promise<DeskAnswer<Taken>>
  takeRecall(claimRef: string, recall: Recall): Promise<DeskAnswer<Taken>>
  takePause(claimRef: string, pause: Pause): Promise<DeskAnswer<Taken>>
  takeResumption(claimRef: string, resumption: Resumption): Promise<DeskAnswer<Taken>>
  news(
    claimRef: string,
    after: number,
  ): Promise<DeskAnswer<{ readonly news: readonly News[]; readonly lastSequence: number }>>
  reconciliation(on: LocalDate): Promise<Reconciliation>
}

export type Begun =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'other_content' }
  | { readonly state: 'answered'; readonly answer: PlainResponse }

export type AnswerMemory = {
  /** Claims the key for this content, or says why not. */
  begin(key: string, contentHash: string): Promise<Begun>
  /** Keeps the answer under the key, for at least 24 hours. */
  keep(key: string, answer: PlainResponse): Promise<void>
  /** Gives the key free again: the work broke off without an answer. */
  release(key: string): Promise<void>
}

/** A memory in plain maps, for stand-ins and tests. */
export function memoryInMaps(): AnswerMemory {
  const entries = new Map<string, { readonly contentHash: string; answer?: PlainResponse }>()
  return {
    async begin(key, contentHash) {
      const entry = entries.get(key)
      if (entry === undefined) {
        entries.set(key, { contentHash })
        return { state: 'new' }
      }
      if (entry.contentHash !== contentHash) return { state: 'other_content' }
      return entry.answer === undefined ? { state: 'running' } : { state: 'answered', answer: entry.answer }
    },
    async keep(key, answer) {
      const entry = entries.get(key)
      if (entry !== undefined) entry.answer = answer
    },
    async release(key) {
      entries.delete(key)
    },
  }
}
