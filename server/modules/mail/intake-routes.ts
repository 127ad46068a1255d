import { z } from 'zod'
import { type Context, type Ground, type Http, command, inContext, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { type Locale, sentenceOf } from '../../http/texts.ts'
import { creditorOf } from './account.ts'
import { fetchMail, openOf } from './fetch.ts'
import { after, placeIn } from './intake-place.ts'
import { changeIntake, intakeChangeSchema, intakeRow, wayIn } from './intake-settings.ts'
import type { MailOffice } from './road.ts'
import type { IntakeParts } from './take.ts'
import { type TryOut, troubleCode, tryOutSchema } from './try-out.ts'

const no = { '4xx': problemSchema }
const tags = ['mail']

const intakeSchema = z
  .object({
    way: z.enum(['imap', 'demo', 'none']),
    active: z.boolean(),
    host: z.string(),
    port: z.int(),
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string(),
    passwordKept: z.boolean(),
    folder: z.string(),
    afterwards: z.enum(['leave', 'seen', 'move', 'delete']),
    moveTo: z.string().nullable(),
    takes: z.enum(['all', 'ours']),
    practiceId: z.uuid().nullable(),
    since: z.string(),
    version: z.int(),
    checkedAt: z.string().nullable().describe('When the mailbox was last looked at'),
    trouble: z
      .object({ code: z.string(), title: z.string(), detail: z.string() })
      .nullable()
      .describe('Why nothing comes in, in plain words'),
    answer: z.string().nullable().describe("The server's own words"),
  })
  .meta({ id: 'MailIntake' })

const fetchedSchema = z
  .object({
    taken: z.int().describe('Mails that are new here'),
    unread: z.int().describe('Of those, the ones that could not be read and wait for a person'),
    ...tryOutSchema.shape,
  })
  .meta({ id: 'MailFetched' })

export function intakeRoutes(http: Http, ground: Ground, parts: IntakeParts): void {
  http.get(
    '/api/v1/settings/mail-intake',
    { config: { right: 'settings.read' }, schema: { tags, response: { 200: intakeSchema, ...no } } },
    (request) => query(ground, request, (context) => loadIntake(context, parts.office, localeOf(request))),
  )
  http.put(
    '/api/v1/settings/mail-intake',
    {
      config: { right: 'settings.write' },
      schema: { tags, body: intakeChangeSchema, response: { 200: intakeSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await changeIntake(context, parts.office, request.body)
        return { status: 200, body: await loadIntake(context, parts.office, localeOf(request)) }
      }),
  )
  const asking = { max: 20, timeWindow: '1 minute' }
  http.post(
    '/api/v1/settings/mail-intake/test',
    {
      config: { right: 'settings.write', rateLimit: asking },
      schema: { tags, description: 'Opens the mailbox and takes nothing', response: { 200: tryOutSchema, ...no } },
    },
    (request) => inContextTry(ground, parts, request.principal, localeOf(request)),
  )
  http.post(
    '/api/v1/mail/fetch',
    {
      config: { right: 'invoices.write', rateLimit: asking },
      schema: { tags, description: 'Looks into the mailbox now', response: { 200: fetchedSchema, ...no } },
    },
    async (request) => {
      const { principal } = request
      const fetched = await fetchMail(parts, principal.tenantId)
      const inbox = await inContext(ground, principal, (context) => wayIn(context, parts.office))
      const trouble = fetched === undefined ? 'not_set_up' : fetched.failure?.trouble
      const { taken, unread } = fetched ?? { taken: 0, unread: 0 }
      if (trouble === undefined) return { taken, unread, ...inWords(localeOf(request), taken, unread) }
      const facts = { host: inbox?.inbox.host ?? '', port: inbox?.inbox.port ?? 0, user: inbox?.inbox.user ?? '' }
      return { taken, unread, ...troubled(trouble, facts, fetched?.failure?.answer ?? '', localeOf(request)) }
    },
  )
}

type Trouble = Parameters<typeof troubleCode>[0]
type Facts = { readonly host: string; readonly port: number; readonly user: string }

function inWords(locale: Locale, count: number, unread: number): TryOut {
  const code = unread === 0 ? 'mail_fetched' : 'mail_fetched_unread'
  return { outcome: 'accepted', ...sentenceOf(code, { count, unread }, locale), answer: '' }
}

function troubled(trouble: Trouble, facts: Facts, answer: string, locale: Locale): TryOut {
  const code = trouble === 'not_set_up' ? 'mail_intake_not_set_up' : troubleCode(trouble)
  return { outcome: 'unavailable', ...sentenceOf(code, { to: '', ...facts }, locale), answer }
}

async function inContextTry(
  ground: Ground,
  parts: IntakeParts,
  principal: Parameters<typeof inContext>[1],
  locale: Locale,
): Promise<TryOut> {
  const { intake, place } = await inContext(ground, principal, async (context) => ({
    intake: await wayIn(context, parts.office),
    place: await placeIn(context),
  }))
  if (intake === undefined) return troubled('not_set_up', { host: '', port: 0, user: '' }, '', locale)
  const { host, port, user } = intake.inbox
  const opened = await openOf(parts, intake)
  if (opened.trouble !== undefined) return troubled(opened.trouble, { host, port, user }, opened.answer, locale)
  const { inbox } = opened
  const told = await inbox
    .uids(after(place, inbox.validity), intake.since)
    .then((uids): TryOut => ({
      outcome: 'accepted',
      ...sentenceOf('mail_intake_open', { count: uids.length, user }, locale),
      answer: '',
    }))
    .catch((error: unknown) => {
      const { trouble, answer } = parts.office.road.inboxFailure(error)
      return troubled(trouble, { host, port, user }, answer, locale)
    })
  await inbox.close()
  return told
}

/** What is set up and how it goes; where nothing is, what a form best begins with. */
async function loadIntake(
  context: Context,
  office: MailOffice,
  locale: Locale,
): Promise<z.output<typeof intakeSchema>> {
  const row = await intakeRow(context)
  const { checkedAt, trouble, answer } = await placeIn(context)
  const how = {
    checkedAt,
    answer,
    trouble: trouble === null ? null : { code: trouble, ...worded(trouble, row ?? BEGINNING, locale) },
  }
  if (row !== undefined) {
    const { password: _, ...settings } = row
    return { way: 'imap', ...settings, passwordKept: true, ...how }
  }
  const { demo } = await creditorOf(context)
  const way = demo && office.postOffice !== undefined ? 'demo' : 'none'
  return { way, ...BEGINNING, since: context.today, ...how }
}

const BEGINNING = {
  active: true,
  host: '',
  port: 993,
  security: 'tls',
  user: '',
  passwordKept: false,
  folder: 'INBOX',
  afterwards: 'leave',
  moveTo: null,
  takes: 'all',
  practiceId: null,
  version: 0,
} as const

function worded(trouble: Trouble, { host, port, user }: Facts, locale: Locale) {
  return sentenceOf(troubleCode(trouble), { to: '', host, port, user }, locale)
}
