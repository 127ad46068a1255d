// What is tried on a route: its address and body filled with what belongs to A, and the same with ids that nobody has.

import type { InjectOptions } from 'fastify'
import { type Samples, contentFor } from './content.ts'
import type { House } from './house.ts'
import { AMOUNT, WORD } from './house.ts'
import { type Route, documentOf, nameOf } from './routes.ts'

export type Try = {
  readonly request: Pick<InjectOptions, 'method' | 'url' | 'payload' | 'headers'>
  /** Names something of A: then a write must be refused, not only without effect. */
  readonly namesA: boolean
}

const BOUNDARY = 'mahnwerk-probe'
const CSV = 'Rechnungsnummer;Name\n1;Probe\n'

/** Bodies that are no JSON, as their document cannot say what is in them. */
const UPLOADS: Readonly<Record<string, string>> = {
  'POST /api/v1/imports': [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="probe.csv"\r\ncontent-type: text/csv\r\n`,
    `${CSV}\r\n--${BOUNDARY}--\r\n`,
  ].join('\r\n'),
  'POST /api/v1/mail/inbound': [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="probe.eml"\r\ncontent-type: message/rfc822\r\n`,
    `From: probe@example.org\r\nSubject: Probe\r\n\r\nProbe\r\n--${BOUNDARY}--\r\n`,
  ].join('\r\n'),
}

// What no schema says: days as text, an IBAN that checks, a version that the row has.
const NAMED = {
  currency: 'EUR',
  country: 'DE',
  code: 'DE',
  agreedRate: '5.00',
  rate: '0.5',
  feeBefore: '1.3',
  choices: {},
  iban: 'DE89370400440532013000',
  on: '2026-01-15',
  noticeDate: '2026-01-15',
  version: 1,
  accent: '#0d5560',
  columns: {},
  decimalMarks: {},
  dayOrders: {},
}

// What a path names that is no id.
const IN_PATH: Readonly<Record<string, string>> = {
  code: NAMED.code,
  language: 'nl',
  kind: 'last',
  audience: 'consumer',
  index: '0',
}

/** Throws where the route cannot be filled: it would go untried. */
export function triesOf(house: House, route: Route, ids: House['a']['ids'] | 'unknown'): Try[] {
  const samples = samplesOf(house, ids)
  const path = route.path.replace(
    /\{(\w+)\}/g,
    (_whole, name: string) => IN_PATH[name] ?? samples.id(kindAt(route.path, name)),
  )
  const queries = queriesOf(route, samples)
  const content = route.body === undefined ? undefined : contentFor(route.body, samples, 'body')
  const payload = content === undefined ? {} : { payload: content as object } // every body is an object
  return queries.map((query) => {
    const url = `${path}${query.size > 0 ? `?${query.toString()}` : ''}`
    const upload = UPLOADS[nameOf(route)]
    const body =
      upload === undefined
        ? payload
        : { payload: upload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
    const namesA = Object.values(house.a.ids).some((id) => (url + JSON.stringify(content ?? '')).includes(id))
    return { request: { method: route.method, url, ...body }, namesA }
  })
}

function samplesOf({ app, a }: House, ids: House['a']['ids'] | 'unknown'): Samples {
  return {
    schemas: documentOf(app.http).components?.schemas ?? {},
    named: NAMED,
    id: (name) => {
      const kind = name.replace(/Ids?$/, '')
      if (!(kind in a.ids)) throw new Error(`nothing of the kind „${kind}“ is planted`)
      return ids === 'unknown' ? app.ground.newId() : (ids[kind] ?? '')
    },
  }
}

/** What an id in a path is of: its own name, or for a plain id the part before it, such as invoices or api-keys. */
function kindAt(path: string, name: string): string {
  if (name !== 'id') return name
  const before = path.slice(0, path.indexOf('{id}')).split('/').at(-2) ?? ''
  return before.replace(/^api-/, '').replace(/ies$/, 'y').replace(/s$/, '')
}

/** A read is tried bare, with each id it can be asked for, and with words and numbers that only A has; a write with ids. */
function queriesOf(route: Route, samples: Samples): URLSearchParams[] {
  const asked = Object.entries(route.query)
  const idsAsked = asked.filter(([, { format }]) => format === 'uuid' || format === undefined)
  const uuids = idsAsked.filter(([, { format }]) => format === 'uuid')
  const one = (entries: [string, string][]): URLSearchParams => new URLSearchParams(entries)
  const withId = uuids.map(([name]): [string, string] => [name, samples.id(name === 'after' ? 'signIn' : name)])
  if (route.method !== 'GET') return [one(withId)]
  const searched = 'q' in route.query ? [`${WORD}P`, String(AMOUNT), '76.543,21'] : []
  return [one([]), ...withId.map((pair) => one([pair])), ...searched.map((q) => one([['q', q]]))]
}
