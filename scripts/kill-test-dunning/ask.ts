// One question to the server with the creditor's key.

/** Throws where it is not answered with 2xx: these questions have no other good answer. */
export type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Answer>

export type Answer = { readonly bytes: Uint8Array; readonly json: unknown }

export class NotAnswered extends Error {
  readonly status: number

  constructor(what: string, status: number, said: string) {
    super(`${what}: ${status} ${said}`)
    this.status = status
  }
}

export function askOf(url: string, apiKey: string): Ask {
  return async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = Buffer.from(bytes).toString()
    if (!answer.ok) throw new NotAnswered(`${method} ${path}`, answer.status, text)
    const isJson = answer.headers.get('content-type')?.includes('json') === true
    return { bytes, json: isJson ? JSON.parse(text) : undefined }
  }
}
