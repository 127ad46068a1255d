import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, person } from './testing/callers.ts'
import { type House, openHouse } from './testing/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Everything an open page is told while the work is done. */
async function heard(caller: Caller, work: () => void): Promise<string> {
  const { stream } = await house.app.http
    .inject({ url: '/api/v1/live', headers: { ...(await caller.headers()) }, payloadAsStream: true })
    .then((answer) => ({ stream: answer.stream() }))
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  work()
  await new Promise((resolve) => setImmediate(resolve))
  stream.destroy()
  return text
}

test('changes of a practice are told to its own people alone', async () => {
  const { a, b } = house
  const tell = (): void => {
    house.announce({ tenantId: a.tenantId, topic: 'invoice', id: 'of-the-first', practiceId: a.practices[0] })
    house.announce({ tenantId: a.tenantId, topic: 'invoice', id: 'of-the-second', practiceId: a.practices[1] })
    house.announce({ tenantId: a.tenantId, topic: 'clock', id: 'of-the-tenant' })
    house.announce({ tenantId: b.tenantId, topic: 'invoice', id: 'of-the-stranger', practiceId: b.practices[0] })
  }
  const told = async (caller: Caller): Promise<string[]> =>
    [...(await heard(caller, tell)).matchAll(/of-the-(\w+)/g)].map((match) => match[1] ?? '')
  expect(await told(person(house, 'owner', a.ownerEmail))).toEqual(['first', 'second', 'tenant'])
  expect(await told(person(house, 'limited', house.people.limited))).toEqual(['second', 'tenant'])
  expect(await told(person(house, 'stranger', b.ownerEmail))).toEqual(['stranger'])
})
