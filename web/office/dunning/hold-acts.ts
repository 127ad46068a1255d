// Setting and lifting a stop on a debtor; lifting can be taken back from the message.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { toast } from '../../ui/index.ts'
import { type Act, useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import type { HoldEdit, HoldReason } from './hold-dialog.tsx'

const STALE = ['holds', 'debtor', 'invoices', 'invoice', 'invoice-dunning', 'dunning-preview', 'overview']

export type HeldDebtor = { readonly debtorId: string; readonly debtorName: string }
export type DebtorHold = { readonly reason: HoldReason; readonly until: LocalDate | undefined; readonly note: string }

export type HoldActs = {
  readonly set: Act<HeldDebtor & { readonly hold: HoldEdit }>
  readonly lift: Act<HeldDebtor & { readonly hold: DebtorHold }>
}

export function useHoldActs(done?: () => void): HoldActs {
  const text = useDunningText()
  const set = useAct(
    ({ debtorId, hold }: HeldDebtor & { readonly hold: HoldEdit }) => put(debtorId, hold),
    STALE,
    (_, { debtorName: name }) => {
      toast({ text: text('hold.saved', { name }) })
      done?.()
    },
  )
  const lift = useAct(
    ({ debtorId }: HeldDebtor & { readonly hold: DebtorHold }) =>
      answer(api.DELETE('/api/v1/debtors/{id}/hold', { params: { path: { id: debtorId } } })),
    STALE,
    (_, given) => {
      const { debtorName: name } = given
      toast({
        text: text('hold.lifted', { name }),
        action: { label: text('hold.undo'), run: () => set.run(given) },
      })
    },
  )
  return { set, lift }
}

function put(id: string, { reason, until, note }: HoldEdit) {
  return answer(
    api.PUT('/api/v1/debtors/{id}/hold', {
      params: { path: { id } },
      body: { reason, note, until: until ?? null },
    }),
  )
}
