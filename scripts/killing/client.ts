// A program that works with the server as it should: every write has a key, and what got no answer is asked again with the
// same key until there is one. Its own line breaks now and then, so that answers are lost also when no server was killed.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from './chance.ts'

export type Answered = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly tries: number
}

export type Client = { readonly post: (path: string, body: object, key: string) => Promise<Answered> }

const PAUSE_MS = 40
const GIVE_UP_MS = 60_000

export function clientOf(url: string, apiKey: string): Client {
  const line = chanceOf('line')
  return {
    async post(path, body, key) {
      const until = Date.now() + GIVE_UP_MS
      for (let tries = 1; Date.now() < until; tries += 1) {
        const answer = await attempt(`${url}${path}`, body, key, apiKey, patienceMs(line))
        if (answer !== undefined) return { ...answer, tries }
        await sleep(PAUSE_MS)
      }
      throw new Error(`no answer to ${path} within ${GIVE_UP_MS} ms`)
    },
  }
}

/** One line in four breaks within the time that an answer takes. */
function patienceMs(line: Chance): number {
  return line.below(4) === 0 ? 5 + line.below(40) : 5000
}

/** Undefined where nobody knows what came of it: no connection, a broken one, or a server that could not work. */
async function attempt(
  url: string,
  body: object,
  key: string,
  apiKey: string,
  patience: number,
): Promise<Omit<Answered, 'tries'> | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
    const text = await answer.text()
    if (answer.status >= 500) return undefined
    return { status: answer.status, body: JSON.parse(text) as Answered['body'] } // answers and problems are objects
  } catch {
    return undefined
  }
}
