// What needs a person: a sentence, a shape, a verb. Kinds come from the server; one that is not known here keeps its link.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import type { CountKey, Text, TextKey } from '../../texts/index.ts'

export type Task = {
  readonly id: string
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly link: string
  readonly dueOn?: LocalDate | undefined
  readonly sum?: Money | undefined
}

export type TaskShape = 'flag' | 'question' | 'payment' | 'warning' | 'time'
export type TaskWords = { readonly sentence: string; readonly act: string; readonly shape: TaskShape }

type Known = { readonly sentence: TextKey; readonly act: TextKey; readonly shape: TaskShape }
type Counted = { readonly counted: CountKey; readonly act: TextKey; readonly shape: TaskShape }

const KNOWN: Readonly<Record<string, Known | Counted>> = {
  ready_for_collection: { counted: 'task.ready', act: 'task.act.look', shape: 'flag' },
  payments_unreported: { counted: 'task.unreported', act: 'task.act.look', shape: 'payment' },
  question_open: { sentence: 'task.question', act: 'task.act.answer', shape: 'question' },
  case_rejected: { sentence: 'task.rejected', act: 'task.act.repair', shape: 'flag' },
  debtor_disputed: { sentence: 'task.disputed', act: 'task.act.check', shape: 'warning' },
  debtor_insolvent: { sentence: 'task.insolvent', act: 'task.act.check', shape: 'warning' },
  debtor_deceased: { sentence: 'task.deceased', act: 'task.act.check', shape: 'warning' },
  decision_needed: { sentence: 'task.decision', act: 'task.act.decide', shape: 'question' },
  amounts_differ: { sentence: 'task.differ', act: 'task.act.check', shape: 'payment' },
  unknown_news: { sentence: 'task.unknownNews', act: 'task.act.look', shape: 'question' },
  dunning_run_refused: { sentence: 'task.runRefused', act: 'task.act.repair', shape: 'warning' },
  handover_held_back: { counted: 'task.heldBack', act: 'task.act.look', shape: 'flag' },
  mail_account: { sentence: 'task.mailAccount', act: 'task.act.repair', shape: 'warning' },
  mail_intake: { sentence: 'task.mailIntake', act: 'task.act.repair', shape: 'warning' },
  mail_failed: { sentence: 'task.mailFailed', act: 'task.act.check', shape: 'warning' },
  mail_unknown: { sentence: 'task.mailUnknown', act: 'task.act.decide', shape: 'question' },
  mail_bounced: { sentence: 'task.mailBounced', act: 'task.act.check', shape: 'warning' },
  mail_received: { sentence: 'task.mailReceived', act: 'task.act.look', shape: 'question' },
  mail_unread: { sentence: 'task.mailUnread', act: 'task.act.look', shape: 'warning' },
  rest_refused: { sentence: 'task.restRefused', act: 'task.act.look', shape: 'warning' },
  message_undeliverable: { sentence: 'task.undeliverable', act: 'task.act.check', shape: 'warning' },
}

const OTHER: Known = { sentence: 'task.other', act: 'task.act.look', shape: 'time' }

export function taskWords(task: Task, text: Text): TaskWords {
  const known = KNOWN[task.kind] ?? OTHER
  const values = { debtor: '', partner: '', ...task.facts }
  const sentence =
    'counted' in known
      ? text.count(known.counted, Number(task.facts['count'] ?? 0), values)
      : text(known.sentence, values)
  return { sentence, act: text(known.act), shape: known.shape }
}
