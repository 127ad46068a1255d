// Around every page of a signed-in person: navigation, search, clock, user, and the ear for what changes.

import {
  IconAlertTriangle,
  IconBuildingBank,
  IconCash,
  IconFileInvoice,
  IconFolders,
  IconHelp,
  IconHome,
  IconMail,
  IconSettings,
  IconTopologyStar3,
} from '@tabler/icons-react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { dayOf } from '../api/money.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { listen } from '../api/live.ts'
import { useMe } from '../api/me.ts'
import { type Text, useFormat, useText } from '../../texts/index.ts'
import { AppFrame, type ClockMove, DemoClock, type NavGroup, UserMenu, toast, useNavigation } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { isOfficeRole } from '../settings/roles.ts'
import { officeCommands } from './commands.tsx'
import { searchRecords } from './search.ts'

export default function Shell() {
  const text = useText()
  const me = useMe()
  const client = useQueryClient()
  const { go } = useNavigation()
  const counts = useCounts()
  useEffect(() => listen(client), [client])
  const nav = useNav(text, counts, me.tenant.name)
  const commands = useMemo(() => officeCommands(text, go, me.rights), [text, go, me.rights])
  const search = useMemo(
    () => (query: string, signal: AbortSignal) => searchRecords(query, signal, text, go),
    [text, go],
  )
  return (
    <AppFrame
      nav={nav}
      searchPlaceholder={text('search.placeholder')}
      commands={commands}
      search={search}
      tools={<Tools />}
    >
      <Outlet />
    </AppFrame>
  )
}

function Tools() {
  const text = useText()
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useAct(
    (_: undefined) => answer(api.POST('/api/auth/sign-out')),
    [],
    () => {
      client.clear()
      void navigate({ to: '/anmelden', search: {} })
    },
  )
  return (
    <>
      {me.tenant.demo && me.may('demo.travel') ? <Clock /> : null}
      <UserMenu
        name={me.name}
        role={isOfficeRole(me.role) ? text(`role.${me.role}`) : me.role}
        organisation={me.tenant.name}
        settingsHref={paths.settings(me.may('settings.read') ? 'praxisdaten' : 'sicherheit')}
        onSignOut={() => signOut.run(undefined)}
      />
    </>
  )
}

function Clock() {
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const client = useQueryClient()
  const travel = useAct(
    (move: ClockMove) =>
      answer(api.POST('/api/v1/demo/travel', { body: 'days' in move ? { days: move.days } : { toNextEvent: true } })),
    [],
    ({ today }) => {
      void client.invalidateQueries()
      toast({ text: text('clock.arrived', { day: format.dayInFull(dayOf(today)) }) })
    },
  )
  useEffect(() => {
    if (travel.trouble !== undefined) toast({ text: travel.trouble.title, tone: 'warn' })
  }, [travel.trouble])
  return <DemoClock today={dayOf(me.today)} busy={travel.busy} onMove={travel.run} />
}

type Counts = {
  readonly open?: number | undefined
  readonly cases?: number | undefined
  readonly unreported?: number | undefined
  readonly partner?: string | undefined
}

function useCounts(): Counts {
  const { data } = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })),
  })
  if (data === undefined) return {}
  return {
    open: data.open.count,
    cases: data.atPartner.count,
    unreported: data.unreported,
    partner: data.atPartner.partner ?? undefined,
  }
}

function useNav(text: Text, { open, cases, unreported, partner }: Counts, tenant: string): readonly NavGroup[] {
  const me = useMe()
  return useMemo(() => {
    const counted = (count: number | undefined, label: (count: number) => string) =>
      count === undefined ? {} : { count, countLabel: label(count) }
    const work = [
      { href: paths.overview, label: text('nav.overview'), icon: <IconHome aria-hidden /> },
      {
        href: '/rechnungen',
        label: text('nav.invoices'),
        icon: <IconFileInvoice aria-hidden />,
        ...counted(open, (n) => text.count('nav.openInvoices', n)),
      },
      { href: paths.notices(), label: text('nav.notices'), icon: <IconAlertTriangle aria-hidden /> },
      {
        href: paths.cases,
        label: text('nav.cases'),
        icon: <IconFolders aria-hidden />,
        ...counted(cases, (n) => text.count('nav.activeCases', n)),
      },
      {
        href: paths.payments,
        label: text('nav.payments'),
        icon: <IconBuildingBank aria-hidden />,
        ...counted(unreported, (n) => text.count('payments.unreported', n)),
      },
    ]
    const connections = [
      {
        href: paths.settings('inkasso'),
        label: partner ?? text('nav.connect'),
        icon: <IconTopologyStar3 aria-hidden />,
      },
    ]
    const house = [
      ...(me.rights.includes('cashbook.read')
        ? [{ href: paths.cashBook, label: text('nav.cashBook'), icon: <IconCash aria-hidden /> }]
        : []),
      ...(me.rights.includes('documents.read')
        ? [{ href: paths.mails(), label: text('nav.mails'), icon: <IconMail aria-hidden /> }]
        : []),
      { href: '/einstellungen', label: text('nav.settings'), icon: <IconSettings aria-hidden /> },
      { href: paths.help(), label: text('nav.help'), icon: <IconHelp aria-hidden /> },
    ]
    return [
      { id: 'work', items: work },
      { id: 'partner', title: text('nav.partner'), items: connections },
      { id: 'house', title: tenant, items: house },
    ]
  }, [text, open, cases, unreported, partner, tenant, me.rights])
}
