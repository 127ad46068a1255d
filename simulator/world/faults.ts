// How a connection can misbehave on purpose. Chances run from 0 (never) to 1 (always) and are drawn per message from the
// seed, so that a run repeats.

import { z } from 'zod'
import { draw } from '../agency/index.ts'

const chance = z.number().min(0).max(1).default(0)

export const faults = z
  .object({
    /** The webhook is sent twice with the same id. */
    duplicate: chance,
    /** The webhook is overtaken by the claim's next one (or comes an hour late where none follows). */
    reorder: chance,
    /** The webhook is never sent; only the poll finds the news. */
    lose: chance,
    /** The webhook comes `delaySeconds` of the partner's time late. */
    delay: chance,
    delaySeconds: z
      .number()
      .int()
      .min(0)
      .max(30 * 86_400)
      .default(3600),
    /** What was sent is taken, but the answer is a 500. */
    error500AfterSuccess: chance,
    /** What was sent is taken, but the connection breaks before the answer. */
    answerLost: chance,
    /** A day after acceptance the case gets another number. */
    changedCaseNumber: chance,
    /** News of a type that version 1 does not know is mixed in. */
    unknownCode: chance,
    /** no: works. unavailable: answers 503. refused: no connection. Webhooks wait until it works again. */
    down: z.enum(['no', 'unavailable', 'refused']).default('no'),
  })
  .strict()

export type Faults = z.output<typeof faults>

export const NO_FAULTS: Faults = faults.parse({})

type Kind =
  | 'duplicate'
  | 'reorder'
  | 'lose'
  | 'delay'
  | 'error500AfterSuccess'
  | 'answerLost'
  | 'changedCaseNumber'
  | 'unknownCode'

export function strikes(set: Faults, kind: Kind, seed: string, about: string): boolean {
  return set[kind] > 0 && draw(seed, 'fault', kind, about) < set[kind]
}
