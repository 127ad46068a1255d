import type { Overview, Task as ApiTask } from '@mahnwerk/client/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, dayOrNone, moneyOf } from '../api/money.ts'
import { paths } from '../paths.ts'
import { OverviewPage, type OverviewView } from './overview-page.tsx'
import type { Task } from './tasks.ts'

export default function OverviewRoute() {
  const me = useMe()
  const [hour] = useState(() => new Date().getHours())
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })),
  })
  const tasks = useQuery({ queryKey: ['tasks'], queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks', { signal })) })
  const trouble = useTold(overview.error ?? tasks.error)
  const view =
    overview.data === undefined || tasks.data === undefined ? undefined : viewOf(overview.data, tasks.data.tasks)
  const retry = (): void => {
    void overview.refetch()
    void tasks.refetch()
  }
  return (
    <OverviewPage name={me.name} today={dayOf(me.today)} hour={hour} view={view} trouble={trouble} onRetry={retry} />
  )
}

function viewOf(told: Overview, tasks: readonly ApiTask[]): OverviewView {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const { open, overdue, ready, atPartner, arrived, unreported } = told
  const all = told.aging.reduce((total, bucket) => total + bucket.sum, 0)
  return {
    open: { count: open.count, sum: sum(open.sum), overdue: overdue.count },
    ready: { count: ready.count, sum: sum(ready.sum) },
    ...(atPartner.partner === null
      ? {}
      : {
          atPartner: {
            count: atPartner.count,
            sum: sum(atPartner.sum),
            partner: atPartner.partner,
            questions: atPartner.questions,
          },
        }),
    arrived: {
      direct: sum(arrived.direct),
      throughPartner: sum(arrived.throughPartner),
      sum: sum(arrived.direct + arrived.throughPartner),
    },
    tasks: [
      ...counted('ready_for_collection', ready.count, paths.invoices('ueberfaellig'), sum(ready.sum)),
      ...counted('payments_unreported', unreported, `${paths.payments}?ansicht=nicht-gemeldet`),
      ...tasks.map(taskOf),
    ],
    aging: told.aging.map(({ bucket, sum: amount }) => ({
      id: bucket,
      sum: sum(amount),
      share: all === 0 ? 0 : amount / all,
    })),
    recent: told.recent.map((payment) => ({
      id: payment.id,
      invoiceId: payment.invoiceId,
      debtorName: payment.debtorName,
      amount: sum(payment.amount),
      on: dayOf(payment.receivedOn),
      partner: payment.receivedBy === 'creditor' ? undefined : (atPartner.partner ?? undefined),
    })),
    nextDue: dayOrNone(told.nextDue),
  }
}

/** What the figures themselves ask for stands among the tasks. */
function counted(kind: string, count: number, link: string, sum?: Task['sum']): readonly Task[] {
  return count === 0 ? [] : [{ id: kind, kind, facts: { count }, link, sum }]
}

function taskOf({ id, kind, facts, link, dueOn }: ApiTask): Task {
  return { id, kind, facts, link, dueOn: dayOrNone(dueOn) }
}
