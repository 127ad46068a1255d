// A request made with a session cookie must come from our own pages. Own is the configured address, and the host that the
// browser itself asked for: a page elsewhere cannot change the Host header of what it sends.

/** The origins that are ours for a request. */
export function ownOrigins(baseUrl: string, headers: Headers | undefined): string[] {
  const own = new URL(baseUrl)
  const host = headers?.get('host')
  return host ? [own.origin, `http://${host}`, `https://${host}`] : [own.origin]
}

/** A request without an Origin is judged elsewhere; "null" (a page that hides itself) only passes when the browser vouches for it. */
export function isForeignOrigin(baseUrl: string, headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null)
    return headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') !== 'navigate'
  if (origin === 'null') return headers.get('sec-fetch-site') !== 'same-origin'
  return !ownOrigins(baseUrl, headers).includes(origin)
}
