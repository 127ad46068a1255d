import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rightsOf } from '../auth/index.ts'
import { type Expect, answerOf, attempt } from './testing/attempt.ts'
import { type Caller, neighbours, nobodies, person, roles, strangers } from './testing/callers.ts'
import { type House, openHouse } from './testing/house.ts'
import { type Route, nameOf, routesOf } from './testing/routes.ts'
import { type Secret, found, secretOfPractice, secretOfTenant } from './testing/secret.ts'
import { triesOf } from './testing/tries.ts'

let house: House
let routes: Route[]
let rights: ReadonlyMap<Route, string>
let secret: Secret
beforeAll(async () => {
  house = await openHouse()
  routes = routesOf(house.app.http)
  rights = new Map(await inTurn(routes, async (route): Promise<[Route, string]> => [route, await rightOf(route)]))
  secret = await secretOfTenant(house)
})
afterAll(() => house.close())

const isOpen = (route: Route): boolean => ['public', 'partner'].includes(rights.get(route) ?? '')
const isStream = ({ path }: Route): boolean => path === '/api/v1/live'

async function inTurn<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (const item of items) values.push(await work(item))
  return values
}

async function rightOf(route: Route): Promise<string> {
  const [tried] = triesOf(house, route, 'unknown')
  if (tried === undefined) throw new Error(`nothing to try on ${nameOf(route)}`)
  return String((await house.app.http.inject(tried.request)).headers['x-right'])
}

/** Everything that went wrong for these callers on these routes. */
async function faults(callers: readonly Caller[], tried: readonly Route[], expected: Expect): Promise<string[]> {
  const all: string[][] = []
  for (const caller of callers) all.push(...(await inTurn(tried, (route) => attempt(house, route, caller, expected))))
  return all.flat()
}

const isRefusal = (status: number): boolean => status >= 400 && status < 500

/** What names A must be refused, except that a list asked for A's ids may be empty. What does not is their own affair. */
const asStranger: Expect['status'] = (status, { route, tried }) => {
  if (status >= 500) return false
  const asksList = route.method === 'GET' && !route.path.includes('{')
  return !tried.namesA || asksList || isRefusal(status)
}

describe('every route of the application', () => {
  test('is read from its router, is in the document or among the few hidden, and can be filled', () => {
    const hidden = routes.filter((route) => route.hidden && !route.path.startsWith('/api/auth'))
    expect(hidden.map(nameOf).toSorted()).toEqual(['GET /api/v1/live', 'GET /api/v1/openapi.json', 'GET /health'])
    expect(routes.length).toBeGreaterThan(50)
    for (const route of routes) expect(triesOf(house, route, house.a.ids).length).toBeGreaterThan(0)
  })

  // Calculations ask the law and nothing of a tenant: they have no tenant to ask.
  test('asks for a right, unless it is one of these', () => {
    const open = routes.filter((route) => isOpen(route) && !route.path.startsWith('/api/auth/'))
    expect(open.map(nameOf).toSorted()).toEqual([
      'GET /api/v1/calculations/countries',
      'GET /api/v1/calculations/countries/{code}/facts',
      'GET /api/v1/openapi.json',
      'GET /health',
      'POST /api/v1/calculations/collection-costs',
      'POST /api/v1/calculations/court-costs',
      'POST /api/v1/calculations/late-payment',
      'POST /api/v1/calculations/letter-check',
      'POST /api/v1/calculations/limitation',
      'POST /api/v1/calculations/plan',
      'POST /api/v1/calculations/statement',
      'POST /api/v1/partner-news/{tenantId}/{connectionId}',
    ])
  })

  test('answers 401 to expired and revoked sessions, dead keys and nobody', { timeout: 120_000 }, async () => {
    const status: Expect['status'] = (got, { route }) => (isOpen(route) ? got < 500 : got === 401)
    expect(await faults(await nobodies(house), routes, { status, secret, asIfAbsent: false })).toEqual([])
  })

  test('shows another tenant’s owner and key nothing, and lets them change nothing', { timeout: 120_000 }, async () => {
    const expected = { status: asStranger, secret, asIfAbsent: true }
    const tried = routes.filter((route) => !isStream(route))
    expect(await faults(strangers(house), tried, expected)).toEqual([])
  })

  test('shows a user and a key of another practice nothing of this one', { timeout: 120_000 }, async () => {
    const expected = { status: asStranger, secret: await secretOfPractice(house), asIfAbsent: true }
    // The own tenant may be chosen, and what belongs to all of it may be seen.
    const tried = routes.filter((route) => !isStream(route) && !route.path.endsWith('/set-active'))
    expect(await faults(await neighbours(house), tried, expected)).toEqual([])
  })

  test('answers 403 to each role that lacks its right', { timeout: 120_000 }, async () => {
    const status: Expect['status'] = (got) => got === 403
    const refused = await inTurn(roles(house), async (caller) => {
      const may: ReadonlySet<string> = rightsOf(caller.role)
      const lacking = routes.filter((route) => !isOpen(route) && !may.has(rights.get(route) ?? ''))
      return { count: lacking.length, faults: await faults([caller], lacking, { status, secret, asIfAbsent: false }) }
    })
    expect(refused.flatMap((one) => one.faults)).toEqual([])
    expect(refused.map((one) => one.count > 0)).toEqual(roles(house).map(({ role }) => role !== 'owner'))
  })
})

test('what comes into a practice changes no answer to those who may not see it', async () => {
  const callers = [...strangers(house), ...(await neighbours(house))]
  const owner = person(house, 'owner', house.a.ownerEmail)
  const reads = routes.filter((route) => isRead(route) && !isStream(route))
  const seenBy = (caller: Caller): Promise<string[]> => inTurn(reads, (route) => answerOf(house, route, caller))
  const before = await inTurn(callers, seenBy)
  const beforeOwner = await seenBy(owner)
  await house.grow()
  expect(await inTurn(callers, seenBy)).toEqual(before)
  const afterOwner = await seenBy(owner)
  const grown = reads.filter((_route, index) => beforeOwner[index] !== afterOwner[index]).map(({ path }) => path)
  expect(grown).toEqual(expect.arrayContaining(['/api/v1/overview', '/api/v1/invoices/summary', '/api/v1/cash-book']))
})

test('the same requests work for A’s own owner: what strangers were refused is there', async () => {
  const owner = person(house, 'the owner', house.a.ownerEmail)
  const own = routes.filter((route) => !isOpen(route) && !isStream(route))
  const wrong = await inTurn([...own.filter(isRead), ...own.filter((route) => !isRead(route))], async (route) => {
    const tried = triesOf(house, route, house.a.ids)[0]
    if (tried === undefined) return [`${nameOf(route)} was not tried`]
    const { statusCode, body } = await house.app.http.inject({
      ...tried.request,
      headers: { ...tried.request.headers, ...(await owner.headers()) },
    })
    const shows = !isRead(route) || !tried.namesA || found(secret, body).length > 0
    return [200, 201, 202, 204, 409, 422].includes(statusCode) && shows
      ? []
      : [`${nameOf(route)}: ${statusCode} ${body.slice(0, 300)}`]
  })
  expect(wrong.flat()).toEqual([])
})

const isRead = ({ method }: Route): boolean => method === 'GET'
