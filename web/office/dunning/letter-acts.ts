// What a person does with single letters of the next run; each can be taken back from its message.

import type { LetterChange, LetterChangesBefore } from '@mahnwerk/client/api'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { toast } from '../../ui/index.ts'
import { type Act, useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'

export type { LetterChange } from '@mahnwerk/client/api'

export const STOP: LetterChange = { notBefore: null, stopped: true, level: null, channel: null, free: false }

const STALE = ['dunning-preview', 'invoice-dunning', 'invoice', 'invoices']

export type LetterAct = Act<{
  readonly invoices: readonly string[]
  /** Null takes back what was changed. */
  readonly change: LetterChange | null
  readonly said: string
}>

export function useLetterAct(done: () => void): LetterAct {
  const text = useDunningText()
  const undo = useAct(
    (before: LetterChangesBefore['before']) => put(before),
    STALE,
    () => toast({ text: text('change.undone') }),
  )
  return useAct(
    ({ invoices, change }: { invoices: readonly string[]; change: LetterChange | null; said: string }) =>
      put(invoices.map((invoiceId) => ({ invoiceId, change }))),
    STALE,
    ({ before }, { said }) => {
      toast({ text: said, action: { label: text('hold.undo'), run: () => undo.run(before) } })
      done()
    },
  )
}

function put(changes: LetterChangesBefore['before']) {
  return answer(api.PUT('/api/v1/dunning/changes', { body: { changes: [...changes] } }))
}
