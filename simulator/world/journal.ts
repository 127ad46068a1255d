// The journal of the world: every input in the order taken, one JSON line each. What follows from the inputs is not
// written down, because the seeded world does the same again when they are replayed.

import { z } from 'zod'
import { TEMPERAMENTS } from '../agency/index.ts'
import {
  answer,
  directPayment,
  directPaymentReversal,
  handoverPackage,
  moment,
  pause,
  recall,
  resumption,
} from '@mahnwerk/connectors/protocol/schemas'
import { faults } from './faults.ts'

export const connectionSettings = z.object({
  token: z.string().min(8),
  webhookUrl: z.url(),
  /** whsec_ and base64 of at least 16 bytes. */
  webhookSecret: z.string().regex(/^whsec_[A-Za-z0-9+/]{22,}={0,2}$/),
  profile: z.string(),
  seed: z.string().min(1),
})

export type ConnectionSettings = z.output<typeof connectionSettings>

const documentMeta = z.object({ documentId: z.string(), sha256: z.string(), name: z.string(), kind: z.string() })

/** What can be put into a connection. */
export const input = z.discriminatedUnion('op', [
  z.object({ op: z.literal('claim'), key: z.string(), contentHash: z.string(), package: handoverPackage }),
  z.object({ op: z.literal('payment'), claimRef: z.string(), content: directPayment }),
  z.object({ op: z.literal('reversal'), claimRef: z.string(), content: directPaymentReversal }),
  z.object({ op: z.literal('document'), claimRef: z.string(), content: documentMeta }),
  z.object({ op: z.literal('answer'), claimRef: z.string(), content: answer }),
  z.object({ op: z.literal('recall'), claimRef: z.string(), content: recall }),
  z.object({ op: z.literal('pause'), claimRef: z.string(), content: pause }),
  z.object({ op: z.literal('resumption'), claimRef: z.string(), content: resumption }),
  z.object({ op: z.literal('temperament'), claimRef: z.string(), temperament: z.enum(TEMPERAMENTS) }),
  z.object({ op: z.literal('faults'), faults }),
])

export type Input = z.output<typeof input>

export const journalEntry = z.discriminatedUnion('entry', [
  z.object({ entry: z.literal('connection'), id: z.string(), settings: connectionSettings }),
  z.object({ entry: z.literal('time'), id: z.string(), to: moment, trueAt: moment }),
  z.object({ entry: z.literal('input'), id: z.string(), at: moment, input }),
  z.object({
    entry: z.literal('settled'),
    id: z.string(),
    claimRef: z.string(),
    eventId: z.string(),
    result: z.enum(['taken', 'refused']),
  }),
])

export type JournalEntry = z.output<typeof journalEntry>

/** Where entries are kept. `append` answers once the entry is safe. */
export type Journal = {
  append(entry: JournalEntry): Promise<void>
  /** Answers once everything appended so far is safe. */
  written(): Promise<void>
}

/** For a world that need not survive. */
export const FORGETFUL: Journal = { append: async () => undefined, written: async () => undefined }
