// Writing off, waiving charges and cancelling, and the way back from a write-off.

import { useEffect } from 'react'
import { useText } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { type Act, useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { STALE } from './mark-flow.tsx'

export type StateActs = {
  readonly writeOff: Act<string>
  readonly undoWriteOff: Act<undefined>
  readonly waiveCharges: Act<string>
  readonly cancel: Act<string>
}

export function useStateActs(id: string): StateActs {
  const text = useText()
  const path = { id }
  const undoWriteOff = useAct(
    (_: undefined) => answer(api.POST('/api/v1/invoices/{id}/write-off/undo', { params: { path }, body: {} })),
    STALE,
    () => toast({ text: text('state.undone') }),
  )
  const writeOff = useAct(
    (reason: string) => answer(api.POST('/api/v1/invoices/{id}/write-off', { params: { path }, body: { reason } })),
    STALE,
    () =>
      toast({
        text: text('state.writtenOff'),
        action: { label: text('mark.undo'), run: () => undoWriteOff.run(undefined) },
      }),
  )
  const cancel = useAct(
    (reason: string) => answer(api.POST('/api/v1/invoices/{id}/cancel', { params: { path }, body: { reason } })),
    STALE,
    () => toast({ text: text('state.cancelled') }),
  )
  const waiveCharges = useAct(
    (reason: string) => answer(api.POST('/api/v1/invoices/{id}/waive-charges', { params: { path }, body: { reason } })),
    STALE,
    () => toast({ text: text('state.chargesWaived') }),
  )
  const trouble = writeOff.trouble ?? undoWriteOff.trouble ?? waiveCharges.trouble ?? cancel.trouble
  useEffect(() => {
    if (trouble !== undefined) toast({ text: `${trouble.title}. ${trouble.detail ?? ''}`, tone: 'warn' })
  }, [trouble])
  return { writeOff, undoWriteOff, waiveCharges, cancel }
}
