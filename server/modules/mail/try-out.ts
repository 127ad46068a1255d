// The test button: one mail by the account as it is saved, and what happened in plain words.

import type { MailOutcome, MailTrouble } from '@mahnwerk/connectors/channels/email'
import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { type Ground, inContext } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { sentenceOf } from '../../http/texts.ts'
import { type Way, domainOf, wayOut } from './account.ts'
import { queueMail } from './queue.ts'
import type { MailOffice } from './road.ts'
import { DEMO_MAILBOX } from './send.ts'

export const tryOutSchema = z
  .object({
    outcome: z.enum(['accepted', 'rejected', 'unavailable', 'unknown']),
    title: z.string(),
    detail: z.string(),
    answer: z.string().describe("The server's own words"),
  })
  .meta({ id: 'MailTryOut' })

export type TryOut = z.output<typeof tryOutSchema>

type Asked = { readonly to: string; readonly locale: Locale }

/** Sends outside of any transaction: a server may take its time. */
export async function tryOut(
  ground: Ground,
  office: MailOffice,
  principal: Principal,
  { to, locale }: Asked,
): Promise<TryOut> {
  const inside = <Value>(work: Parameters<typeof inContext<Value>>[2]): Promise<Value> =>
    inContext(ground, principal, work)
  const { title: subject, detail: text } = sentenceOf('mail_test', {}, locale)
  const way = await inside((context) => wayOut(context, office))
  if (way.kind === 'demo') {
    await inside((context) => queueMail(context, { to: { address: to }, subject, text }))
    return inWords({ outcome: 'accepted', answer: DEMO_MAILBOX }, way, to, locale)
  }
  if (way.kind === 'none')
    return inWords({ outcome: 'unavailable', trouble: 'not_set_up', answer: '' }, way, to, locale)
  const mail = await inside(async (context) => ({
    messageId: `${context.newId()}@${await domainOf(context)}`,
    date: context.recordedAt,
  }))
  const { account } = way
  const box = account.replyTo === undefined ? {} : { replyTo: account.replyTo }
  const said = { from: account.from, to: { address: to }, ...box, subject, text, attachments: [], automatic: true }
  const raw = await office.road.composeMail({ ...mail, ...said })
  const channel = office.road.openEmail(account.settings)
  const outcome = await channel.send({ from: account.bounceAddress, to }, raw, async () => true)
  channel.close()
  return inWords(outcome, way, to, locale)
}

function inWords(outcome: MailOutcome, way: Way, to: string, locale: Locale): TryOut {
  const settings = way.kind === 'none' ? undefined : way.account?.settings
  const facts = { to, host: settings?.host ?? '', port: settings?.port ?? 0, user: settings?.user ?? '' }
  const trouble = outcome.outcome === 'accepted' ? undefined : outcome.trouble
  const code = trouble === undefined ? (way.kind === 'demo' ? 'mail_in_demo' : 'mail_accepted') : troubleCode(trouble)
  return { outcome: outcome.outcome, ...sentenceOf(code, facts, locale), answer: outcome.answer }
}

/** The sentence for a trouble, among the refusals' sentences. */
export function troubleCode(trouble: MailTrouble) {
  return `mail_trouble_${trouble}` as const
}
