import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { fullName } from '@mahnwerk/core/parties'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, dayOfMoment, dayOrNone } from '../api/money.ts'
import { noticeRowOf } from '../dunning/dunning-from-api.ts'
import { useHoldActs } from '../dunning/hold-acts.ts'
import { HoldDialog } from '../dunning/hold-dialog.tsx'
import { policiesQuery } from '../dunning/policies.ts'
import { invoiceRowOf } from '../invoices/invoice-from-api.ts'
import { HOLD_REASONS } from '../words/index.ts'
import { DebtorPage } from './debtor-page.tsx'

const route = getRouteApi('/office/kunden/$id')
const STALE = ['debtor', 'invoices', 'invoice', 'invoice-dunning', 'dunning-preview', 'dunning-policies']

export default function DebtorRoute() {
  const { id } = route.useParams()
  const me = useMe()
  const text = useDunningText()
  const [editing, setEditing] = useState(false)
  const path = { path: { id } }
  const debtor = useQuery({
    queryKey: ['debtor', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debtors/{id}', { params: path, signal })),
  })
  const dunning = useQuery({
    queryKey: ['debtor', id, 'dunning'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debtors/{id}/dunning', { params: path, signal })),
  })
  const holds = useQuery({
    queryKey: ['debtor', id, 'holds'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/debtors/{id}/holds', { params: path, signal })),
  })
  const invoices = useQuery({
    queryKey: ['invoices', 'of-debtor', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/invoices', {
          params: { query: { view: 'open', debtorId: id, sort: 'dueDate', direction: 'asc', limit: 50 } },
          signal,
        }),
      ),
  })
  const letters = useQuery({
    queryKey: ['notices', 'of-debtor', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/notices', { params: { query: { debtorId: id, limit: 20 } }, signal })),
  })
  const policies = useQuery(policiesQuery)
  const acts = useHoldActs(() => setEditing(false))
  const saved = (): void => toast({ text: text('debtor.saved') })
  const policy = useAct(
    (policyId: string | undefined) =>
      answer(api.PUT('/api/v1/debtors/{id}/dunning-policy', { params: path, body: { policyId: policyId ?? null } })),
    STALE,
    saved,
  )
  const levelMax = useAct(
    (level: number | undefined) =>
      answer(api.PUT('/api/v1/debtors/{id}/dunning-level-max', { params: path, body: { level: level ?? null } })),
    STALE,
    saved,
  )
  const reading = useTold(debtor.error ?? dunning.error ?? holds.error ?? invoices.error ?? letters.error)
  const mayWrite = me.may('invoices.write')
  const told = debtor.data
  const name = told === undefined ? '' : fullName(told.name)
  const now = holds.data?.holds.find(({ inForce }) => inForce)
  const reason = HOLD_REASONS.find((known) => known === now?.reason)
  const until = dayOrNone(now?.until)
  return (
    <DebtorPage
      debtor={
        told === undefined
          ? undefined
          : {
              id,
              name,
              kind: told.name.kind,
              number: told.number,
              practice: me.practices.find((each) => each.id === told.practiceId)?.name ?? '',
              address: [told.address.street, told.address.extra, `${told.address.postCode} ${told.address.city}`.trim()]
                .filter((part) => part !== undefined && part !== '')
                .join(', '),
              email: told.email,
              phone: told.phone,
            }
      }
      dunning={
        dunning.data === undefined
          ? undefined
          : {
              policyName: dunning.data.policy.name,
              ground: dunning.data.policy.ground,
              levels: dunning.data.policy.levels,
              policyId: dunning.data.policyId ?? undefined,
              levelMax: dunning.data.levelMax ?? undefined,
            }
      }
      policies={(policies.data?.policies ?? []).filter(
        ({ audience }) => audience === 'all' || audience === told?.name.kind,
      )}
      holds={(holds.data?.holds ?? []).map((hold) => ({
        ...hold,
        until: dayOrNone(hold.until),
        setOn: dayOfMoment(hold.setAt),
        endedOn: hold.liftedAt === null ? dayOrNone(hold.until) : dayOfMoment(hold.liftedAt),
      }))}
      invoices={invoices.data?.invoices.map(invoiceRowOf)}
      letters={letters.data?.notices.map(noticeRowOf)}
      trouble={acts.lift.trouble ?? policy.trouble ?? levelMax.trouble ?? reading}
      busy={policy.busy || levelMax.busy || acts.lift.busy}
      onPolicy={mayWrite ? policy.run : undefined}
      onLevelMax={mayWrite ? levelMax.run : undefined}
      onHold={mayWrite ? () => setEditing(true) : undefined}
      onLift={
        mayWrite && now !== undefined && reason !== undefined
          ? () => acts.lift.run({ debtorId: id, debtorName: name, hold: { reason, until, note: now.note } })
          : undefined
      }
      onRetry={() => void debtor.refetch()}
      overlay={
        editing ? (
          <HoldDialog
            debtorName={name}
            today={dayOf(me.today)}
            before={now === undefined || reason === undefined ? undefined : { reason, until, note: now.note }}
            busy={acts.set.busy}
            trouble={acts.set.trouble}
            onSave={(hold) => acts.set.run({ debtorId: id, debtorName: name, hold })}
            onClose={() => setEditing(false)}
          />
        ) : undefined
      }
    />
  )
}
