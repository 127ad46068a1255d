// The one place that wires: modules to the HTTP edge, the outbox to the partners' connectors, the demo to its world.

import * as email from '@mahnwerk/connectors/channels/email'
import type { Config } from './config.ts'
import { type Auth, authRoutes, createAuth, type Secrets } from './auth/index.ts'
import type { Clock } from './clock.ts'
import { type Database } from './db/database.ts'
import { type Ground, type Http, createHttp } from './http/index.ts'
import { type Changes, liveRoutes } from './http/live.ts'
import { openApiDocument } from './http/openapi.ts'
import type { NewId } from './ids.ts'
import type { Jobs } from './jobs/index.ts'
import { CLEAR_SIGN_INS, accountRoutes, clearSignIns } from './modules/account/index.ts'
import { calculationRoutes } from './modules/calculations/index.ts'
import { RECONCILE, afterDelivery, caseRoutes, newsDoor, reconcileDue } from './modules/cases/index.ts'
import { debtorRoutes } from './modules/debtors/index.ts'
import { type Journey, type World, demoRoutes } from './modules/demo/index.ts'
import { documentRoutes } from './modules/documents/index.ts'
import {
  HAND_OVER_RIPE,
  RESUME_RUNS,
  START_DUE_RUNS,
  START_HANDOVERS,
  WORK_RUN,
  dunningRoutes,
  handOverRipe,
  isAutomatic,
  resumeRuns,
  runToday,
  startDueRuns,
  startHandovers,
  workRun,
} from './modules/dunning/index.ts'
import { handoverRoutes } from './modules/handover/index.ts'
import { RESUME_IMPORTS, RUN_IMPORT, importRoutes, resumeImports, runImport } from './modules/imports/index.ts'
import { invoiceRoutes } from './modules/invoices/index.ts'
import { letterTemplateRoutes } from './modules/letter-templates/index.ts'
import {
  FETCH_DUE_MAIL,
  FETCH_MAIL,
  type MailRoad,
  type MailWorker,
  type PostOfficeRoad,
  SETTINGS_CHANGED,
  fetchAllMail,
  fetchDueMail,
  mailRoutes,
  startMail,
} from './modules/mail/index.ts'
import {
  FIND_UNSET_LETTERS,
  SET_LETTERS,
  findUnsetLetters,
  noticeAfterMail,
  noticeRoutes,
  setLetters,
} from './modules/notices/index.ts'
import { overviewRoutes } from './modules/overview/index.ts'
import { type OpenRoad, type Roads, createDeliver, partnerRoutes } from './modules/partners/index.ts'
import { paymentRoutes } from './modules/payments/index.ts'
import { settingsRoutes } from './modules/settings/index.ts'
import { statementRoutes } from './modules/statements/index.ts'
import { taskRoutes } from './modules/tasks/index.ts'
import { type OutboxWorker, startOutbox } from './outbox/index.ts'

export type AppParts = {
  readonly db: Database
  /** Looks across tenants for due work, and for nothing else. */
  readonly workerDb: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly secrets: Secrets
  readonly openRoad: OpenRoad
  /** How mail servers are spoken to; SMTP unless told. */
  readonly openEmail?: email.OpenEmail
  /** Where the demo's mail goes and comes from. */
  readonly postOffice?: PostOfficeRoad
  readonly changes: Changes
  readonly jobs: Jobs
  readonly config: Config
  /** The pretended world; absent outside of a demo. */
  readonly world?: World
  /** Where the built web application lies; absent for an API alone. */
  readonly pages?: string
  /** False while a demo is being made. */
  readonly isReady: () => boolean
  readonly log: (error: unknown, what: string) => void
}

export type App = {
  readonly http: Http
  readonly auth: Auth
  readonly ground: Ground
  readonly roads: Roads
  readonly outbox: OutboxWorker
  readonly mail: MailWorker
  /** How the demo travels; absent outside of one. */
  readonly journey?: Journey
  readonly close: () => Promise<void>
}

export async function createApp(parts: AppParts): Promise<App> {
  const { db, clock, newId, secrets, config } = parts
  const ground: Ground = { db, clock, newId }
  const roads: Roads = { ground, secrets, openRoad: parts.openRoad }
  const auth = createAuth({
    db,
    clock,
    newId,
    baseUrl: config.baseUrl,
    secret: secrets.sessionKey,
    rateLimit: config.rateLimit,
    log: (level, message) => parts.log(message, `sign-in ${level}`),
  })
  const outbox = startOutbox({
    ground,
    workerDb: parts.workerDb,
    deliver: createDeliver(roads),
    after: afterDelivery,
    onError: (error) => parts.log(error, 'outbox'),
    leaseSeconds: config.leaseSeconds,
    tickMs: config.tickMs,
    delivers: config.role !== 'web',
  })
  const { postOffice } = parts
  const office = { road: mailRoad(parts), secrets, ...(postOffice === undefined ? {} : { postOffice }) }
  const intake = { ground, office, after: noticeAfterMail }
  const mail = startMail({
    ground,
    workerDb: parts.workerDb,
    office,
    after: noticeAfterMail,
    onError: (error) => parts.log(error, 'mail'),
    tickMs: config.tickMs,
    sends: config.role !== 'web',
  })
  parts.jobs.handle(RUN_IMPORT, (job) => runImport(ground, job))
  parts.jobs.handle(RESUME_IMPORTS, () => resumeImports(parts.workerDb, parts.jobs))
  const askForLetters = (tenantId: string) => parts.jobs.send(SET_LETTERS, { tenantId }, tenantId)
  parts.jobs.handle(WORK_RUN, async (job) => {
    await workRun(ground, job)
    await askForLetters(job.tenantId)
  })
  parts.jobs.handle(SET_LETTERS, (job) => setLetters(ground, job))
  parts.jobs.handle(FIND_UNSET_LETTERS, () => findUnsetLetters(parts.workerDb, parts.jobs))
  parts.jobs.handle(RESUME_RUNS, () => resumeRuns(parts.workerDb, parts.jobs))
  parts.jobs.handle(START_DUE_RUNS, () => startDueRuns(ground, parts.workerDb, parts.jobs))
  parts.jobs.handle(HAND_OVER_RIPE, (job) => handOverRipe(ground, job))
  parts.jobs.handle(START_HANDOVERS, () => startHandovers(parts.workerDb, parts.jobs))
  parts.jobs.handle(FETCH_DUE_MAIL, () => fetchDueMail(intake, parts.workerDb, parts.jobs))
  parts.jobs.handle(FETCH_MAIL, async ({ tenantId }) => void (await fetchAllMail(intake, tenantId)))
  parts.jobs.handle(RECONCILE, () => reconcileDue(roads, parts.workerDb))
  parts.jobs.handle(CLEAR_SIGN_INS, async () => void (await clearSignIns(parts.workerDb, clock)))
  const unsubscribe = parts.changes.subscribe((change) => {
    if (change.topic === 'outbox') outbox.wake()
    if (change.topic === 'mail') mail.wake(change.id === SETTINGS_CHANGED ? change.tenantId : undefined)
  })
  const http = await createHttp({
    authenticate: auth.authenticate,
    logger: config.logRequests,
    requestsPerMinute: config.requestsPerMinute,
    trustedProxies: config.trustedProxies,
    ...(parts.pages === undefined ? {} : { pages: parts.pages }),
  })
  authRoutes(http, auth)
  calculationRoutes(http, { requestsPerMinute: Math.ceil(config.requestsPerMinute / 10) })
  liveRoutes(http, parts.changes)
  accountRoutes(http, ground)
  settingsRoutes(http, ground)
  debtorRoutes(http, ground)
  documentRoutes(http, ground)
  importRoutes(http, ground, parts.jobs)
  invoiceRoutes(http, ground)
  paymentRoutes(http, ground)
  dunningRoutes(http, ground, { jobs: parts.jobs, askForLetters })
  handoverRoutes(http, ground)
  caseRoutes(http, ground)
  statementRoutes(http, ground)
  taskRoutes(http, ground)
  noticeRoutes(http, ground)
  letterTemplateRoutes(http, ground)
  mailRoutes(http, ground, { office, after: noticeAfterMail })
  partnerRoutes(http, ground)
  overviewRoutes(http, ground)
  newsDoor(http, roads)
  const mornings = async (tenantId: string) =>
    (await isAutomatic(ground, tenantId))
      ? (id: string) => runToday(ground, id).then(() => setLetters(ground, { tenantId: id }))
      : undefined
  // The mail first: what a partner answers may be about a letter.
  const flush = async (tenantId: string): Promise<void> => {
    await mail.flush(tenantId)
    await outbox.flush(tenantId)
  }
  const journey = parts.world && { ground, roads, world: parts.world, flush, readMail: office.road.readMail, mornings }
  if (journey) demoRoutes(http, journey)
  http.get('/health', { config: { right: 'public', rateLimit: false }, schema: { hide: true } }, () => ({
    ready: parts.isReady(),
  }))
  http.get('/api/v1/openapi.json', { config: { right: 'public' }, schema: { hide: true } }, () => openApiDocument(http))
  return {
    http,
    auth,
    ground,
    roads,
    outbox,
    mail,
    ...(journey === undefined ? {} : { journey }),
    close: async () => {
      unsubscribe()
      await Promise.all([outbox.stop(), mail.stop()])
      await http.close()
    },
  }
}

/** Mail servers are named by tenants: none of them leads into the installation's own network. */
function mailRoad({ config, openEmail }: AppParts): MailRoad {
  const reach = email.createReach(config.mailNetworks)
  return {
    ...email,
    readMail: email.readApart(),
    openEmail: openEmail ?? ((settings) => email.openEmail(settings, { reach })),
    openInbox: (settings, afterwards) => email.openInbox(settings, afterwards, { reach }),
  }
}
