// One caller tries one route. The answer is searched for anything of A, A's rows are compared before and after, and what is
// not theirs must look as if it were not there.

import type { LightMyRequestResponse } from 'fastify'
import type { Caller } from './callers.ts'
import { type Fingerprint, changesBetween, fingerprintOf } from './fingerprint.ts'
import type { House } from './house.ts'
import { type Route, nameOf } from './routes.ts'
import { type Secret, found } from './secret.ts'
import { type Try, triesOf } from './tries.ts'

export type Expect = {
  /** Whether this status may be answered. */
  readonly status: (status: number, given: { readonly route: Route; readonly tried: Try }) => boolean
  /** What no answer may contain. */
  readonly secret: Secret
  /** Whether ids of A and ids of nobody must be answered alike. */
  readonly asIfAbsent: boolean
}

/** Sentences on what went wrong; empty where the house is tight. */
export async function attempt(house: House, route: Route, caller: Caller, expected: Expect): Promise<string[]> {
  const faults: string[] = []
  const tries = triesOf(house, route, house.a.ids)
  const absent = triesOf(house, route, 'unknown')
  for (const [index, tried] of tries.entries()) {
    const before = await fingerprintOf(house.owner, house.a.tenantId)
    const answer = await send(house, tried, caller)
    const told = [
      ...(expected.status(answer.statusCode, { route, tried })
        ? []
        : [`answers ${answer.statusCode}: ${answer.body.slice(0, 200)}`]),
      ...found(expected.secret, JSON.stringify(answer.headers) + answer.body).map((what) => `shows ${what}`),
      ...(await changed(house, before)).map((table) => `changes ${table}`),
    ]
    const twin = absent[index]
    if (expected.asIfAbsent && tried.namesA && twin !== undefined) {
      const other = await send(house, twin, caller)
      if (plain(other) !== plain(answer))
        told.push(`tells „not yours“ (${plain(answer)}) from „not there“ (${plain(other)})`)
    }
    faults.push(...told.map((fault) => `${nameOf(route)} as ${caller.name} ${fault}`))
  }
  return faults
}

async function send({ app }: House, { request }: Try, caller: Caller): Promise<LightMyRequestResponse> {
  return app.http.inject({ ...request, headers: { ...request.headers, ...(await caller.headers()) } })
}

async function changed({ owner, a }: House, before: Fingerprint): Promise<string[]> {
  return changesBetween(before, await fingerprintOf(owner, a.tenantId))
}

/** An answer without what differs from request to request. */
function plain({ statusCode, body }: LightMyRequestResponse): string {
  return `${statusCode} ${body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`
}

/** What a caller reads on a route without naming anything of A. */
export async function answerOf(house: House, route: Route, caller: Caller): Promise<string> {
  const [bare] = triesOf(house, route, 'unknown')
  if (bare === undefined) throw new Error(`nothing to try on ${nameOf(route)}`)
  const { statusCode, body } = await send(house, bare, caller)
  return `${nameOf(route)} ${statusCode} ${statusCode === 200 ? body : ''}`
}
