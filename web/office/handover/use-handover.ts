// The overview of a handover and its confirmation. The page and the dialog share it: one command, one key, one case.

import type { HandoverOverview } from '@mahnwerk/client/api'
import type { HandoverAnswers, HandoverChanges, OutgoingField, HandoverWarning } from '@mahnwerk/core/handover'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api, newKey } from '../api/client.ts'
import { dayOrNone, moneyOf } from '../api/money.ts'
import type { HandoverProps, HandoverView } from './handover-view.ts'
import { type CostsByLaw, useCosts } from './use-costs.ts'

export function useHandover(invoiceId: string, done: (caseId: string) => void): HandoverProps {
  const text = useText()
  const [answers, setAnswers] = useState<HandoverAnswers>({})
  const [changes, setChanges] = useState<HandoverChanges>({})
  const path = { id: invoiceId }
  const overview = useQuery({
    queryKey: ['invoice', invoiceId, 'handover', changes],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/invoices/{id}/handover/overview', { params: { path }, body: { ...changes }, signal })),
    placeholderData: keepPreviousData,
  })
  // One key for the whole visit: pressing twice, or again after a broken connection, makes one case.
  const key = useRef(newKey())
  const confirm = useAct(
    (version: number) =>
      answer(
        api.POST('/api/v1/invoices/{id}/handover', {
          params: { path },
          body: { version, changes, answers },
          headers: { 'idempotency-key': key.current },
        }),
      ),
    ['invoices', 'invoice', 'invoice-counts', 'cases', 'overview', 'tasks'],
    ({ caseId, number }) => {
      toast({ text: text('handover.done', { number }) })
      done(caseId)
    },
  )
  const told = overview.data
  const costs = useCosts(
    told?.partner.costsBorneBy === 'debtor' ? { ...told, principal: principalOf(told) } : undefined,
  )
  const reading = useTold(overview.error)
  return {
    view: told === undefined ? undefined : viewOf(told, costs),
    answers,
    busy: confirm.busy,
    trouble: confirm.trouble ?? reading,
    onAnswers: setAnswers,
    onChanges: (more) => setChanges({ ...changes, ...more }),
    onConfirm: () => told !== undefined && confirm.run(told.version),
    onRetry: () => void overview.refetch(),
  }
}

function principalOf({ fields }: HandoverOverview): number {
  return fields.find(({ field }) => field === 'principal')?.amount ?? 0
}

// Field names, sources, warnings and questions are closed words of core; the API writes some of them as text.
function viewOf(told: HandoverOverview, costsByLaw: CostsByLaw | undefined): HandoverView {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const { partner, editable } = told
  const fee = partner.caseFee
  return {
    invoiceId: told.invoiceId,
    invoiceNumber: told.invoiceNumber,
    debtorName: told.debtorFullName,
    total: sum(told.total),
    fields: told.fields.map(({ field, value, amount, source }) => ({
      field: field as OutgoingField['field'],
      value,
      source: source as OutgoingField['source'],
      amount: amount === undefined ? undefined : sum(amount),
    })),
    editable: { ...editable, noticeDate: dayOrNone(editable.noticeDate) },
    staysHere: told.staysHere as HandoverView['staysHere'],
    heldBackText: told.heldBackText ?? undefined,
    blockers: told.blockers,
    warnings: told.warnings.map(({ code, facts }) => ({ code: code as HandoverWarning, facts })),
    questions: told.questions,
    partner: {
      ...partner,
      costsByLaw,
      registerEntry: partner.registerEntry ?? undefined,
      association: partner.association ?? undefined,
      caseFee: {
        min: sum(fee.min),
        max: sum(fee.max),
        free: fee.free,
        freeUntil: dayOrNone(fee.freeUntil),
        laterMin: sum(fee.laterMin),
        laterMax: sum(fee.laterMax),
      },
    },
  }
}
