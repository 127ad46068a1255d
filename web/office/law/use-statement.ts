// Asks for the statement of an invoice or a case and puts the answer in the shape of the panel.

import type { CaseStatement, InvoiceStatement } from '@mahnwerk/client/api'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTexts, useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, dayOrNone, moneyOf } from '../api/money.ts'
import { AHEAD, type StatementSheetProps } from './statement-sheet.tsx'
import type { StatementView } from './statement-view.ts'

export type Of = { readonly kind: 'invoice' | 'case'; readonly id: string }

type Asked = Omit<StatementSheetProps, 'onFacts'> & { readonly invoiceId: string | undefined }

export function useStatement({ kind, id }: Of): Asked {
  const { language } = useTexts()
  const today = dayOf(useMe().today)
  const [chosen, setChosen] = useState<LocalDate>()
  const on = chosen ?? today
  const days = AHEAD.map((more) => addDays(today, more))
  const told = useQuery({
    // The first word is what a change of the invoice or the case makes old.
    queryKey: [kind, id, 'statement', on, today, language],
    queryFn: ({ signal }) => ask(kind, id, on, days, signal),
    placeholderData: keepPreviousData,
  })
  const view = useMemo(() => (told.data === undefined ? undefined : viewOf(told.data)), [told.data])
  const trouble = useTold(told.error)
  return {
    view,
    today,
    on,
    onDay: setChosen,
    trouble,
    onRetry: () => void told.refetch(),
    pdfHref: `/api/v1/${kind}s/${id}/statement.pdf?on=${on}&language=${language}`,
    invoiceId: told.data?.invoiceId,
  }
}

async function ask(
  kind: Of['kind'],
  id: string,
  on: LocalDate,
  days: readonly LocalDate[],
  signal: AbortSignal,
): Promise<InvoiceStatement> {
  const params = { path: { id }, query: { on, days: days.join(',') } }
  if (kind === 'invoice') return answer(api.GET('/api/v1/invoices/{id}/statement', { params, signal }))
  return onlyOne(await answer(api.GET('/api/v1/cases/{id}/statement', { params, signal })))
}

// A case holds one invoice; the answer has room for several.
function onlyOne({ statements: [first] }: CaseStatement): InvoiceStatement {
  if (first === undefined) throw new Error('a case without an invoice')
  return first
}

export function viewOf(told: InvoiceStatement): StatementView {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  return {
    on: dayOf(told.on),
    total: sum(told.total - told.overpaid),
    overpaid: sum(told.overpaid),
    perDay: sum(told.perDay),
    marks: told.marks,
    // Why somebody is late has no amount and stands apart.
    parts: told.explanation.lines.filter((line) => line.amount !== undefined),
    late: { late: told.late.late, why: told.late.explanation },
    assumptions: told.assumptions,
    besideBooks: told.besideBooks,
    settled: Object.values(told.books.open).every((amount) => amount === 0),
    days: told.days.map((each) => ({ on: dayOf(each.on), total: sum(each.total - each.overpaid) })),
    facts: {
      dueAgreed: told.facts.dueAgreed ?? undefined,
      receivedOn: dayOrNone(told.facts.receivedOn),
      contractOn: dayOrNone(told.facts.contractOn),
      agreedRate: told.facts.agreedRate ?? undefined,
    },
  }
}
