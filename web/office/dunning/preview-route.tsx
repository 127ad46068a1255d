import type { DunningPreviewSummary } from '@mahnwerk/client/api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { useNavigation } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf, dayOfMoment } from '../api/money.ts'
import { paths } from '../paths.ts'
import { oneOf } from '../search-params.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { letterOf, otherOf, totalsOf } from './dunning-from-api.ts'
import type { LetterView, LevelCount } from './dunning-view.ts'
import { STOP, useLetterAct } from './letter-acts.ts'
import { PREVIEW_VIEWS, PreviewPage, chosenOf } from './preview-page.tsx'
import { StartDialog } from './start-dialog.tsx'

const route = getRouteApi('/office/mahnungen/vorschau')
const PAGE = 100

export default function PreviewRoute() {
  const view = oneOf(PREVIEW_VIEWS, route.useSearch().ansicht, 'mahnen')
  const me = useMe()
  const today = dayOf(me.today)
  const { go } = useNavigation()
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const text = useDunningText()
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState<LetterView>()
  const change = useLetterAct(() => setChanging(undefined))
  const summary = useQuery({
    queryKey: ['dunning-preview', 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/preview/summary', { params: { query: {} }, signal })),
  })
  const pages = usePages(view)
  const runs = useQuery({
    queryKey: ['dunning-runs'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/runs', { params: { query: { limit: 5 } }, signal })),
  })
  const letters = useMemo(
    () => (pages.data?.pages ?? []).flatMap((page) => page.letters.map((letter) => letterOf(letter, today))),
    [pages.data, today],
  )
  const totals = summary.data === undefined ? undefined : totalsOf(summary.data)
  const chosen = totals === undefined ? undefined : chosenOf(totals, letters, out)
  const start = useAct(
    (excluded: readonly string[]) => answer(api.POST('/api/v1/dunning/runs', { body: { excluded: [...excluded] } })),
    ['dunning-preview', 'dunning-runs', 'notices', 'invoices', 'invoice', 'overview'],
    (run) => go(paths.dunningRun(run.id)),
  )
  const trouble = useTold(summary.error ?? pages.error)
  const mayChange = me.may('dunning.run')
  const invoicesOf = ({ items }: LetterView): readonly string[] => items.map(({ invoiceId }) => invoiceId)
  const stop = (letter: LetterView): void =>
    change.run({
      invoices: invoicesOf(letter),
      change: STOP,
      said: text('change.stopped', { name: letter.debtorName }),
    })
  const takeBack = (invoices: readonly string[]): void =>
    change.run({ invoices, change: null, said: text('change.tookBack') })
  return (
    <PreviewPage
      view={view}
      today={today}
      letters={letters}
      others={useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.notReminded.map(otherOf)), [pages.data])}
      totals={totals}
      othersCount={summary.data?.notReminded.reduce((all, { claims }) => all + claims, 0)}
      out={out}
      paymentsOn={summary.data === undefined ? undefined : staleSince(summary.data)}
      running={runs.data?.runs.find(({ state }) => state === 'running' || state === 'paused')?.id}
      loading={pages.isPending}
      trouble={trouble ?? (changing === undefined ? change.trouble : undefined)}
      more={{ has: pages.hasNextPage, loading: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() }}
      onStart={me.may('dunning.run') ? () => setAsking(true) : undefined}
      onOut={setOut}
      onChange={mayChange ? setChanging : undefined}
      onStop={mayChange ? stop : undefined}
      onTakeBack={mayChange ? ({ invoiceId }) => takeBack([invoiceId]) : undefined}
      onRetry={() => {
        change.reset()
        void summary.refetch()
        void pages.refetch()
      }}
      overlay={
        changing !== undefined ? (
          <ChangeDialog
            letter={changing}
            today={today}
            busy={change.busy}
            trouble={change.trouble}
            onSave={(wanted) =>
              change.run({
                invoices: invoicesOf(changing),
                change: wanted,
                said: text('change.saved', { name: changing.debtorName }),
              })
            }
            onTakeBack={changing.changed ? () => takeBack(invoicesOf(changing)) : undefined}
            onClose={() => {
              change.reset()
              setChanging(undefined)
            }}
          />
        ) : !asking || chosen === undefined || summary.data === undefined ? undefined : (
          <StartDialog
            chosen={chosen}
            byLevel={levelsOf(summary.data, letters, out)}
            out={out.size}
            busy={start.busy}
            trouble={start.trouble}
            onStart={() => start.run([...out])}
            onClose={() => {
              start.reset()
              setAsking(false)
            }}
          />
        )
      }
    />
  )
}

/** Pages hold whole debtors, with and without a letter: goes on until the view has something to show. */
function usePages(view: (typeof PREVIEW_VIEWS)[number]) {
  const pages = useInfiniteQuery({
    queryKey: ['dunning-preview', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/dunning/preview', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const nothing = !(data?.pages ?? []).some((page) => (view === 'mahnen' ? page.letters : page.notReminded).length > 0)
  useEffect(() => {
    if (nothing && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [nothing, hasNextPage, isFetchingNextPage, fetchNextPage])
  return pages
}

function staleSince({ payments }: DunningPreviewSummary) {
  if (!payments.stale) return undefined
  return payments.lastRecordedAt === null ? null : dayOfMoment(payments.lastRecordedAt)
}

function levelsOf(
  { levels }: DunningPreviewSummary,
  letters: readonly LetterView[],
  out: ReadonlySet<string>,
): readonly LevelCount[] {
  const gone = letters.filter(({ debtorId }) => out.has(debtorId))
  const goneOf = ({ level, last }: LevelCount) => gone.filter((each) => each.level === level && each.last === last)
  return levels
    .map((of) => ({ ...of, letters: of.letters - goneOf(of).length }))
    .filter(({ letters: left }) => left > 0)
}
