// In the demo's post office: what the reader of a mail does with it, or his server, as real mail on the road that real mail takes.

import type { OutgoingMail } from '@mahnwerk/connectors/channels/email'
import { z } from 'zod'
import { type Context, type Ground, type Http, inContext, problemSchema, refused } from '../../http/index.ts'
import { type Account, wayOut } from './account.ts'
import { fetchMail } from './fetch.ts'
import type { Mail } from './mail.ts'
import { loadMail } from './read.ts'
import type { IntakeParts } from './take.ts'

const answerSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reply'), text: z.string().trim().min(1).max(5000) }),
    z.object({ kind: z.literal('bounce'), verdict: z.enum(['hard', 'soft']) }),
    z.object({ kind: z.literal('away') }),
  ])
  .meta({ id: 'DemoAnswer' })

type Answer = z.output<typeof answerSchema>

export function demoAnswerRoute(http: Http, ground: Ground, parts: IntakeParts): void {
  http.post(
    '/api/v1/demo/mails/:id/answer',
    {
      config: { right: 'demo.travel' },
      schema: {
        tags: ['demo'],
        description:
          'Answers a mail as its reader would, or returns it as his server would; then looks into the mailbox',
        params: z.object({ id: z.uuid() }),
        body: answerSchema,
        response: { 200: z.object({ taken: z.int() }).meta({ id: 'DemoAnswered' }), '4xx': problemSchema },
      },
    },
    async (request) => {
      const { postOffice, road } = parts.office
      const prepared = await inContext(ground, request.principal, async (context) => {
        const way = await wayOut(context, parts.office)
        if (way.kind !== 'demo' || way.account === undefined) throw refused('not_a_demo')
        const mail = await loadMail(context, request.params.id)
        if (mail.sentAt === null) throw refused('mail_not_sent_yet')
        return { account: way.account, ...(await written(context, way.account, mail, request.body, parts)) }
      })
      if (postOffice === undefined) throw refused('not_a_demo')
      const channel = postOffice.openEmail(postOffice.smtp)
      const raw = typeof prepared.mail === 'string' ? Buffer.from(prepared.mail) : await road.composeMail(prepared.mail)
      const outcome = await channel.send(prepared.envelope, raw, async () => true)
      channel.close()
      if (outcome.outcome !== 'accepted') throw refused('world_unreachable', {}, { status: 503 })
      return { taken: (await fetchMail(parts, request.principal.tenantId))?.taken ?? 0 }
    },
  )
}

type Written = {
  readonly envelope: { readonly from: string; readonly to: string }
  readonly mail: OutgoingMail | string
}

async function written(
  context: Context,
  account: Account,
  mail: Mail,
  answer: Answer,
  { office }: IntakeParts,
): Promise<Written> {
  const { from } = account
  if (answer.kind === 'bounce') {
    const to = office.road.returnPathOf(account.bounceAddress, mail.id.replaceAll('-', ''))
    return { envelope: { from: '', to }, mail: report(context, mail, to, answer.verdict) }
  }
  const away = answer.kind === 'away'
  const text = away
    ? 'Ich bin bis Ende nächster Woche nicht erreichbar. Ihre Nachricht wird nicht weitergeleitet.'
    : answer.text
  return {
    envelope: { from: mail.toAddress, to: from.address },
    mail: {
      messageId: `${context.newId()}@${mail.toAddress.slice(mail.toAddress.lastIndexOf('@') + 1)}`,
      date: context.now,
      from: { address: mail.toAddress, ...(mail.toName === null ? {} : { name: mail.toName }) },
      to: from,
      subject: `${away ? 'Abwesend: ' : 'Re: '}${mail.subject}`,
      text,
      attachments: [],
      inReplyTo: mail.messageId,
      automatic: away,
    },
  }
}

const VERDICTS = {
  hard: { status: '5.1.1', words: '550 5.1.1 User unknown' },
  soft: { status: '5.2.2', words: '552 5.2.2 Mailbox full' },
} as const

/** What the recipient's mail server reports (RFC 3464). */
function report(context: Context, mail: Mail, to: string, verdict: 'hard' | 'soft'): string {
  const { status, words } = VERDICTS[verdict]
  const domain = mail.toAddress.slice(mail.toAddress.lastIndexOf('@') + 1)
  const boundary = `report-${mail.id}`
  return [
    `From: Mail Delivery System <MAILER-DAEMON@${domain}>`,
    `To: ${to}`,
    `Date: ${new Date(context.now).toUTCString()}`,
    `Message-ID: <${context.newId()}@${domain}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your message to ${mail.toAddress} could not be delivered: ${words}`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${domain}`,
    '',
    `Final-Recipient: rfc822; ${mail.toAddress}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${words}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${mail.messageId}>`,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
