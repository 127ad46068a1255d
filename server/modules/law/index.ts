// Every calculation that can be asked from outside: a file beside this one, and one line here. Knows zod and core, no server:
// the API, the statements of stored claims and the terminal ask through it.

import { type Calculation } from './calculation.ts'
import { collectionCosts } from './collection-costs.ts'
import { courtCosts } from './court-costs.ts'
import { latePayment } from './late-payment.ts'
import { letterCheck } from './letter-check.ts'
import { limitation } from './limitation.ts'
import { plan } from './plan.ts'
import { statement } from './statement.ts'

export {
  type StatementAnswer,
  type Writer,
  balance,
  explanation,
  marks,
  plain,
  plainSource,
  source,
  statementAnswer,
  statementFields,
  writer,
} from './answers.ts'
export { type Calculation } from './calculation.ts'
export { sentenceOf } from '../../http/texts.ts'
export { day, settled } from './fields.ts'
export { inWords, refusalInWords } from './in-words.ts'
export { onEach } from './statement.ts'

export const CALCULATIONS: readonly Calculation[] = [
  statement,
  latePayment,
  collectionCosts,
  courtCosts,
  limitation,
  plan,
  letterCheck,
]
