// The addresses of the office. Each page is a chunk of its own, fetched when it is visited or pointed at.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ProblemError } from '../texts/index.ts'
import { meQuery } from './api/me.ts'
import { queryClient } from './api/query-client.ts'
import { INVOICE_VIEWS, SETTINGS, paths } from './paths.ts'
import { listOf, oneOf, parseSearch, stringifySearch, wordOf } from './search-params.ts'
import { NotFound } from './shell/not-found.tsx'
import { PageFailed, PagePending } from './shell/page-states.tsx'
import { RootFrame } from './shell/root-frame.tsx'

const root = createRootRoute({ component: RootFrame, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/anmelden',
  validateSearch: (search) => ({ ...some('zurueck', wordOf(search['zurueck'])) }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-route.tsx')),
})

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: lazyRouteComponent(() => import('./shell/shell.tsx')),
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === 401)
        throw redirect({ to: '/anmelden', search: { zurueck: location.href } })
      throw error
    })
    const security = paths.settings('sicherheit')
    if (me.passwordChangeDue && location.pathname !== security)
      throw redirect({ to: '/einstellungen/$section', params: { section: 'sicherheit' } })
  },
})

const overview = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-route.tsx')),
})

const invoices = createRoute({
  getParentRoute: () => office,
  path: '/rechnungen',
  validateSearch: (search) => ({
    ansicht: oneOf(INVOICE_VIEWS, search['ansicht'], 'offen'),
    ...some('filter', listOf(search['filter'])),
    ...some('sortierung', wordOf(search['sortierung'])),
  }),
  component: lazyRouteComponent(() => import('./invoices/list-route.tsx')),
})
const invoiceNew = createRoute({
  getParentRoute: () => office,
  path: '/rechnungen/neu',
  component: lazyRouteComponent(() => import('./invoices/new-route.tsx')),
})
const invoiceImport = createRoute({
  getParentRoute: () => office,
  path: '/rechnungen/importieren',
  component: lazyRouteComponent(() => import('./imports/import-route.tsx')),
})
const invoice = createRoute({
  getParentRoute: () => office,
  path: '/rechnungen/$id',
  component: lazyRouteComponent(() => import('./invoices/invoice-route.tsx')),
})
const handover = createRoute({
  getParentRoute: () => office,
  path: '/rechnungen/$id/forderung-anlegen',
  component: lazyRouteComponent(() => import('./handover/handover-route.tsx')),
})

const notices = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen',
  validateSearch: (search) => ({
    ...some('filter', listOf(search['filter'])),
    ...some('lauf', wordOf(search['lauf'])),
    ...some('sortierung', wordOf(search['sortierung'])),
  }),
  component: lazyRouteComponent(() => import('./dunning/notices-route.tsx')),
})
const dunningPreview = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen/vorschau',
  validateSearch: (search) => ({ ...some('ansicht', wordOf(search['ansicht'])) }),
  component: lazyRouteComponent(() => import('./dunning/preview-route.tsx')),
})
const suggestions = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen/vorschlaege',
  component: lazyRouteComponent(() => import('./dunning/suggestions-route.tsx')),
})
const holds = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen/sperren',
  validateSearch: (search) => ({
    ...some('ansicht', wordOf(search['ansicht'])),
    ...some('grund', wordOf(search['grund'])),
  }),
  component: lazyRouteComponent(() => import('./dunning/holds-route.tsx')),
})
const dunningRuns = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen/laeufe',
  component: lazyRouteComponent(() => import('./dunning/runs-route.tsx')),
})
const policy = createRoute({
  getParentRoute: () => office,
  path: '/einstellungen/mahnstufen/$id',
  validateSearch: (search) => ({ ...some('vorlage', wordOf(search['vorlage'])) }),
  component: lazyRouteComponent(() => import('./settings/policy-route.tsx')),
})
const debtor = createRoute({
  getParentRoute: () => office,
  path: '/kunden/$id',
  component: lazyRouteComponent(() => import('./debtors/debtor-route.tsx')),
})
const dunningRun = createRoute({
  getParentRoute: () => office,
  path: '/mahnungen/lauf/$id',
  component: lazyRouteComponent(() => import('./dunning/run-route.tsx')),
})
const dunningHelp = createRoute({
  getParentRoute: () => office,
  path: '/hilfe/mahnwesen',
  component: lazyRouteComponent(() => import('./dunning/process-route.tsx')),
})

const cases = createRoute({
  getParentRoute: () => office,
  path: '/faelle',
  validateSearch: (search) => ({ ...some('ansicht', wordOf(search['ansicht'])) }),
  component: lazyRouteComponent(() => import('./cases/list-route.tsx')),
})
const oneCase = createRoute({
  getParentRoute: () => office,
  path: '/faelle/$id',
  component: lazyRouteComponent(() => import('./cases/case-route.tsx')),
})

const payments = createRoute({
  getParentRoute: () => office,
  path: '/zahlungen',
  validateSearch: (search) => ({ ...some('ansicht', wordOf(search['ansicht'])) }),
  component: lazyRouteComponent(() => import('./payments/payments-route.tsx')),
})
const cashBook = createRoute({
  getParentRoute: () => office,
  path: '/kassenbuch',
  component: lazyRouteComponent(() => import('./payments/cash-book-route.tsx')),
})

const outbox = createRoute({
  getParentRoute: () => office,
  path: '/postausgang',
  validateSearch: (search) => ({ ...some('ansicht', wordOf(search['ansicht'])) }),
  component: lazyRouteComponent(() => import('./mail/outbox-route.tsx')),
})
const mail = createRoute({
  getParentRoute: () => office,
  path: '/postausgang/$id',
  component: lazyRouteComponent(() => import('./mail/mail-route.tsx')),
})
const receivedMail = createRoute({
  getParentRoute: () => office,
  path: '/postausgang/eingang/$id',
  component: lazyRouteComponent(() => import('./mail/received-route.tsx')),
})

const settings = createRoute({
  getParentRoute: () => office,
  path: '/einstellungen',
  beforeLoad: () => {
    throw redirect({ to: '/einstellungen/$section', params: { section: SETTINGS[0] } })
  },
})
const settingsSection = createRoute({
  getParentRoute: () => office,
  path: '/einstellungen/$section',
  component: lazyRouteComponent(() => import('./settings/settings-route.tsx')),
})
const letterTemplate = createRoute({
  getParentRoute: () => office,
  path: '/einstellungen/vorlagen/$letter',
  component: lazyRouteComponent(() => import('./letters/editor-route.tsx')),
})
const help = createRoute({
  getParentRoute: () => office,
  path: '/hilfe',
  component: lazyRouteComponent(() => import('./help/help-page.tsx')),
})

const pages = [
  overview,
  invoices,
  invoiceNew,
  invoiceImport,
  invoice,
  handover,
  notices,
  dunningPreview,
  suggestions,
  holds,
  dunningRuns,
  policy,
  debtor,
  dunningRun,
  dunningHelp,
  cases,
  oneCase,
  payments,
  cashBook,
  outbox,
  mail,
  receivedMail,
  settings,
  settingsSection,
  letterTemplate,
  help,
]

export const router = createRouter({
  routeTree: root.addChildren([signIn, office.addChildren(pages)]),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: PagePending,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** A member only where there is a value: an address says nothing it need not. */
function some<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value } // the computed name is exactly Name
}
