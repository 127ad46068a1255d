import { readNews } from '../reading.ts'
import { verifyWebhook } from '../webhooks/index.ts'
import { receipt } from '../schemas/index.ts'
import { expectBody } from './caller.ts'
import { type Check, type Context, type WebhookReceiver, eventually, newsAfter } from './context.ts'
import { expect } from './expectation.ts'

type Received = ReturnType<WebhookReceiver['received']>[number]

/** Only where a receiver was handed in. */
export const webhookChecks: readonly Check[] = [
  {
    name: 'signs every webhook with the secret agreed',
    async run(context) {
      const deliveries = await deliveriesOf(context, context.claim.claimRef)
      for (const { headers, rawBody, receivedAt } of deliveries) {
        const verified = verifyWebhook({ headers, rawBody, secrets: [receiverOf(context).secret], now: receivedAt })
        expect(verified.ok, `the signature of ${headers['webhook-id']} fails: ${verified.ok ? '' : verified.fault}`)
      }
    },
  },
  {
    name: 'sends by webhook the same news as it gives on asking',
    async run(context) {
      const deliveries = await deliveriesOf(context, context.claim.claimRef)
      const asked = new Map((await newsAfter(context, 0)).map((news) => [news.eventId, JSON.stringify(news)]))
      for (const { headers, rawBody } of deliveries) {
        const read = readNews(JSON.parse(rawBody))
        expect(read.ok, 'a body is not as agreed')
        expect(read.value.eventId === headers['webhook-id'], 'webhook-id is not the event id')
        expect(
          asked.get(read.value.eventId) === JSON.stringify(read.value),
          `${read.value.eventId} reads otherwise on asking`,
        )
      }
    },
  },
  {
    name: 'sends a webhook again under the same id after a 500',
    async run(context) {
      const receiver = receiverOf(context)
      const claimRef = context.newRef('again')
      receiver.answerNext(500, 1)
      const content = { ...context.claim, claimRef, debtor: { ...context.claim.debtor, ref: claimRef } }
      expectBody(await context.call('POST', '/claims', { content, key: context.newRef('key') }), 202, receipt)
      await eventually(context, 'the second delivery', () => {
        const ids = receiver.received().map(({ headers }) => headers['webhook-id'])
        return ids.some((id, index) => ids.indexOf(id) < index) ? true : undefined
      })
    },
  },
]

function deliveriesOf(context: Context, claimRef: string): Promise<readonly Received[]> {
  return eventually(context, 'the webhook of case.received', () => {
    const found = receiverOf(context)
      .received()
      .filter(({ rawBody }) => rawBody.includes(`"${claimRef}"`))
    return found.some(({ rawBody }) => rawBody.includes('"case.received"')) ? found : undefined
  })
}

function receiverOf({ receiver }: Context): WebhookReceiver {
  expect(receiver !== undefined, 'no receiver was handed in')
  return receiver
}
