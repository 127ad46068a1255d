// The control side: making a connection, moving its clock, choosing what goes wrong, looking into the agency's books.

import { z } from 'zod'
import { moment } from '@mahnwerk/connectors/protocol/schemas'
import {
  type PlainRequest,
  type PlainResponse,
  jsonAnswer,
  problemAnswer,
  refusal,
} from '@mahnwerk/connectors/protocol/server'
import { contentProblem } from '@mahnwerk/connectors/protocol'
import { TEMPERAMENTS } from '../agency/index.ts'
import { faults } from './faults.ts'
import { connectionSettings } from './journal.ts'
import { ledgerOf } from './ledger-view.ts'
import type { World } from './world.ts'

const putConnection = connectionSettings.extend({ now: moment.optional() })
const advance = z.object({ to: moment })
const temperament = z.object({ temperament: z.enum(TEMPERAMENTS) })

/** `path` is below /control. */
export async function control(world: World, request: PlainRequest): Promise<PlainResponse> {
  const [kind, id = '', action, claimRef = '', last] = request.path.split('/').slice(1).map(decodeURIComponent)
  const call = [request.method, kind, action, last].filter((part) => part !== undefined).join(' ')
  if (call === 'PUT connections') {
    return parsed(request, putConnection, async ({ now, ...settings }) => {
      const made = await world.connect(id, settings, now)
      return made === undefined
        ? refusal('not-found', { detail: 'no such profile' })
        : jsonAnswer(200, world.overview(id))
    })
  }
  if (world.overview(id) === undefined) return refusal('not-found', { detail: 'no such connection' })
  switch (call) {
    case 'GET connections':
      return jsonAnswer(200, world.overview(id))
    case 'GET connections next':
      return jsonAnswer(200, { now: world.nowOf(id), next: world.nextEventAt(id) ?? null })
    case 'POST connections advance':
      return parsed(request, advance, async ({ to }) => {
        await world.advanceTo(id, to)
        return jsonAnswer(200, world.overview(id))
      })
    case 'POST connections faults':
      return parsed(request, faults, async (set) => jsonAnswer(200, await world.setFaults(id, set)))
    case 'POST connections claims temperament':
      return parsed(request, temperament, async (wanted) => {
        await world.setTemperament(id, claimRef, wanted.temperament)
        return jsonAnswer(200, wanted)
      })
    case 'GET connections claims': {
      const record = world.record(id, claimRef)
      return record === undefined ? refusal('claim-unknown') : jsonAnswer(200, ledgerOf(record))
    }
    default:
      return refusal('not-found')
  }
}

async function parsed<Content>(
  request: PlainRequest,
  schema: z.ZodType<Content>,
  work: (content: Content) => Promise<PlainResponse>,
): Promise<PlainResponse> {
  let json: unknown
  try {
    json = JSON.parse(request.body)
  } catch {
    return refusal('json-invalid')
  }
  const result = schema.safeParse(json)
  return result.success ? work(result.data) : problemAnswer(contentProblem(result.error))
}
