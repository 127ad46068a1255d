// What the surroundings decide: addresses, limits, how patient to be. Read once, at the start.

/** all: pages, API and work in one process; web: no work that nobody waits for; worker: only that. */
export type ServerRole = 'all' | 'web' | 'worker'

export type Config = {
  readonly role: ServerRole
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly rateLimit: boolean
  readonly requestsPerMinute: number
  readonly logRequests: boolean
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** How long a message of the outbox is one worker's; longer than a partner may take to answer. */
  readonly leaseSeconds: number
  readonly partnerTimeoutMs: number
  readonly tickMs: number
  /** Networks and addresses of the house in which mail servers may stand; those on the internet always may. */
  readonly mailNetworks: readonly string[]
}

type Env = Readonly<Record<string, string | undefined>>

export function configFrom(env: Env): Config {
  const port = wholeNumber(env, 'PORT', 4400)
  const partnerTimeoutMs = wholeNumber(env, 'PARTNER_TIMEOUT_MS', 10_000)
  return {
    role: roleFrom(env['MAHNWERK_ROLE']),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    baseUrl: env['MAHNWERK_URL'] ?? `http://localhost:${port}`,
    rateLimit: env['RATE_LIMIT'] !== 'off',
    requestsPerMinute: env['RATE_LIMIT'] === 'off' ? 1_000_000 : wholeNumber(env, 'REQUESTS_PER_MINUTE', 1200),
    logRequests: env['LOG_REQUESTS'] === 'on',
    trustedProxies: listFrom(env['TRUSTED_PROXIES']),
    leaseSeconds: wholeNumber(env, 'OUTBOX_LEASE_SECONDS', Math.ceil(partnerTimeoutMs / 1000) + 5),
    partnerTimeoutMs,
    tickMs: wholeNumber(env, 'OUTBOX_TICK_MS', 1000),
    mailNetworks: listFrom(env['MAIL_NETWORKS']),
  }
}

function listFrom(text = ''): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function roleFrom(text = 'all'): ServerRole {
  if (text === 'all' || text === 'web' || text === 'worker') return text
  throw new RangeError(`MAHNWERK_ROLE muss all, web oder worker sein, ist aber „${text}“.`)
}

function wholeNumber(env: Env, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${name} muss eine ganze Zahl sein, ist aber „${text}“.`)
  return Number(text)
}
