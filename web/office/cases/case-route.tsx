import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useFormat, useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { StatementPlace } from '../law/statement-place.tsx'
import { PaymentFlow } from '../payments/payment-flow.tsx'
import { AttemptEnd } from './attempt-end.tsx'
import { caseDetailOf } from './case-from-api.ts'
import { CasePage } from './case-page.tsx'
import type { QuestionAnswer } from './case-view.ts'

const route = getRouteApi('/office/faelle/$id')

type Given = { readonly questionId: string; readonly answer: QuestionAnswer }

export default function CaseRoute() {
  const { id } = route.useParams()
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const [paying, setPaying] = useState(false)
  const told = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })),
  })
  const trouble = useTold(told.error)
  const view = useMemo(
    () => (told.data === undefined ? undefined : caseDetailOf(told.data, text, format)),
    [told.data, text, format],
  )
  const reply = useAct(
    (given: Given) =>
      answer(
        api.POST('/api/v1/cases/{id}/questions/{questionId}/answer', {
          params: { path: { id, questionId: given.questionId } },
          body: given.answer,
        }),
      ),
    ['case', 'cases', 'tasks', 'overview'],
    () => toast({ text: text('question.sent') }),
  )
  useEffect(() => {
    if (reply.trouble !== undefined)
      toast({ text: `${reply.trouble.title}. ${reply.trouble.detail ?? ''}`, tone: 'warn' })
  }, [reply.trouble])
  const payable = view !== undefined && view.sums.open.amount > 0 && me.may('payments.record')
  const recalled = told.data?.outgoing.some(({ kind, state }) => kind === 'case.recall' && state !== 'dead') === true
  const endable = view?.attempt === true && view.active && !recalled && me.may('handover.confirm')
  return (
    <CasePage
      view={view}
      trouble={trouble}
      onRetry={() => void told.refetch()}
      onPayment={payable ? () => setPaying(true) : undefined}
      onAnswer={me.may('cases.answer') ? (questionId, given) => reply.run({ questionId, answer: given }) : undefined}
      answering={reply.busy ? view?.questions[0]?.id : undefined}
      ending={
        endable ? <AttemptEnd caseId={id} partner={view.partner.name} currency={view.sums.open.currency} /> : undefined
      }
      statement={<StatementPlace kind="case" id={id} />}
      overlay={
        paying && view !== undefined ? (
          <PaymentFlow
            invoiceId={view.invoiceId}
            debtorName={view.debtorName}
            number={view.invoiceNumber}
            open={view.sums.open}
            onClose={() => setPaying(false)}
          />
        ) : undefined
      }
    />
  )
}
