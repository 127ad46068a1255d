import type { ListedHold } from '@mahnwerk/client/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, dayOfMoment, dayOrNone, moneyOf } from '../api/money.ts'
import type { RowDialog } from '../invoices/row-dialogs.tsx'
import { HOLD_REASONS } from '../words/index.ts'
import { useHoldActs } from './hold-acts.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { ALL_REASONS, HOLD_VIEWS, type HoldRow, HoldsPage } from './holds-page.tsx'

const RowDialogs = lazy(() => import('../invoices/row-dialogs.tsx'))
const route = getRouteApi('/office/mahnungen/sperren')
const PAGE = 100
const ENDING = { alle: undefined, bald: 'soon', 'ohne-ende': 'open' } as const
const STALE = ['holds', 'invoices', 'invoice', 'invoice-dunning', 'dunning-preview', 'overview']

export default function HoldsRoute() {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/mahnungen/sperren' })
  const me = useMe()
  const text = useText()
  const view = HOLD_VIEWS.find((known) => known === search.ansicht) ?? 'alle'
  const reason = ALL_REASONS.find((known) => known === search.grund)
  const ending = ENDING[view]
  const [dialog, setDialog] = useState<RowDialog>()
  const [editing, setEditing] = useState<HoldRow>()
  const acts = useHoldActs(() => setEditing(undefined))
  const asked = { ...(ending === undefined ? {} : { ending }), ...(reason === undefined ? {} : { reason }) }
  const list = useInfiniteQuery({
    queryKey: ['holds', asked],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/holds', {
          params: { query: { ...asked, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  })
  const undo = useAct(
    ({ id, version }: { readonly id: string; readonly version: number }) =>
      answer(api.POST('/api/v1/invoices/{id}/marker/undo', { params: { path: { id } }, body: { version } })),
    STALE,
  )
  const unmark = useAct(
    ({ id, version }: { readonly id: string; readonly version: number }) =>
      answer(
        api.PATCH('/api/v1/invoices/{id}/marker', {
          params: { path: { id } },
          body: { marker: { kind: 'none' }, version },
        }),
      ),
    STALE,
    ({ id, version, number }) =>
      toast({
        text: text('mark.saved', { number }),
        action: { label: text('mark.undo'), run: () => undo.run({ id, version }) },
      }),
  )
  const rows = useMemo(() => (list.data?.pages ?? []).flatMap((page) => page.holds.map(rowOf)), [list.data])
  const reading = useTold(list.error)
  const mayWrite = me.may('invoices.write')
  const lift = (row: HoldRow): void => {
    if (row.invoice !== undefined) unmark.run(row.invoice)
    else {
      const held = HOLD_REASONS.find((known) => known === row.reason)
      if (held !== undefined) acts.lift.run({ ...row, hold: { reason: held, until: row.until, note: row.note } })
    }
  }
  const change = (row: HoldRow): void => {
    const [sum] = row.open
    if (row.invoice === undefined || sum === undefined) setEditing(row)
    else
      setDialog({
        kind: 'mark',
        row: { ...row.invoice, debtorId: row.debtorId, debtorName: row.debtorName, open: sum },
      })
  }
  return (
    <HoldsPage
      view={view}
      reason={reason}
      rows={rows}
      counts={list.data?.pages[0]?.counts}
      loading={list.isPending}
      trouble={acts.lift.trouble ?? unmark.trouble ?? undo.trouble ?? reading}
      more={{ has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
      onReason={(next) =>
        void navigate({
          search: {
            ...(search.ansicht === undefined ? {} : { ansicht: search.ansicht }),
            ...(next === undefined ? {} : { grund: next }),
          },
          replace: true,
        })
      }
      onChange={mayWrite ? change : undefined}
      onLift={mayWrite ? lift : undefined}
      onRetry={() => {
        acts.lift.reset()
        unmark.reset()
        void list.refetch()
      }}
      overlay={
        <>
          {editing === undefined ? null : (
            <HoldDialog
              debtorName={editing.debtorName}
              today={dayOf(me.today)}
              before={{ ...editing, reason: HOLD_REASONS.find((known) => known === editing.reason) ?? 'dispute' }}
              busy={acts.set.busy}
              trouble={acts.set.trouble}
              onSave={(hold) => acts.set.run({ ...editing, hold })}
              onClose={() => setEditing(undefined)}
            />
          )}
          {dialog === undefined ? null : (
            <Suspense fallback={null}>
              <RowDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
            </Suspense>
          )}
        </>
      }
    />
  )
}

function rowOf({ invoice, until, setBy, setAt, open, ...told }: ListedHold): HoldRow {
  return {
    ...told,
    invoice: invoice ?? undefined,
    until: dayOrNone(until ?? undefined),
    setBy: setBy ?? undefined,
    setOn: setAt === null ? undefined : dayOfMoment(setAt),
    open: open.map((sum) => moneyOf(sum.open, sum.currency)),
  }
}
