// What a run needs: a database that stays up, the pretended partner, a server to kill, and one creditor connected to the
// partner. Everything lies in one folder, which is removed at the end.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey, createSecrets, createTenantWithOwner, systemPrincipal } from '../../server/auth/index.ts'
import { systemClock } from '../../server/clock.ts'
import { type Database, createDatabase } from '../../server/db/database.ts'
import { startEmbedded } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { inContext } from '../../server/http/index.ts'
import { createIds } from '../../server/ids.ts'
import { addConnection } from '../../server/modules/partners/index.ts'
import { PROFILE } from '../../server/stories/partner-profile.ts'
import { type Client, clientOf } from '../killing/client.ts'
import { type Opened, openParts } from '../killing/opened.ts'
import { freePort } from '../free-port.ts'
import { type KillableServer, killableServer } from '../killing/server.ts'
import { type Simulator, startSimulator } from './simulator.ts'

export type House = {
  readonly db: Database
  readonly tenantId: string
  readonly connectionId: string
  readonly server: KillableServer
  readonly simulator: Simulator
  readonly client: Client
  readonly close: () => Promise<void>
}

const SECRET = 'the secret of the kill test, long enough'
// Short, so that a message in flight at the kill is sent again within seconds.
const IMPATIENT = { PARTNER_TIMEOUT_MS: '1000', OUTBOX_LEASE_SECONDS: '2', OUTBOX_TICK_MS: '200', RATE_LIMIT: 'off' }

export const openHouse = (): Promise<House> => openParts(open)

async function open(opened: Opened): Promise<Omit<House, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-kill-test-'))
  await chmod(folder, 0o755) // the database may run as another user; its own folder within is closed
  opened.push(() => rm(folder, { recursive: true, force: true }))
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), volatile: true })
  opened.push(database.stop)
  await migrate(database)
  const db = createDatabase({ url: database.url, role: 'mahnwerk_app', max: 4, name: 'kill test' })
  opened.push(() => db.destroy())
  const [serverPort, simulatorPort] = [await freePort(), await freePort()]
  const simulator = await startSimulator(simulatorPort, folder)
  opened.push(simulator.stop)
  const env = {
    ...process.env,
    ...IMPATIENT,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAHNWERK_DATA: folder,
    MAHNWERK_SECRET: SECRET,
  }
  const server = killableServer(serverPort, env, join(folder, 'server.log'))
  opened.push(server.stop)
  const { tenantId, connectionId, key } = await settleIn(db, simulator, server.url)
  await server.start()
  await server.ready()
  return { db, tenantId, connectionId, server, simulator, client: clientOf(server.url, key) }
}

async function settleIn(db: Database, simulator: Simulator, serverUrl: string) {
  const ground = { db, clock: systemClock, newId: createIds() }
  const { tenantId } = await createTenantWithOwner(ground, {
    name: 'Kill-Test',
    legalName: 'Kill-Test GmbH',
    street: 'Lindenstraße 1',
    postCode: '10969',
    city: 'Berlin',
    country: 'DE',
    email: 'post@kill-test.example',
    deductsInputTax: false,
    practices: [{ name: 'Mitte' }],
    owner: { name: 'Olga Owner', email: 'olga@kill-test.example', password: randomBytes(16).toString('hex') },
  })
  const connectionId = ground.newId()
  const token = randomBytes(24).toString('base64url')
  const webhookSecret = `whsec_${randomBytes(32).toString('base64')}`
  const secrets = createSecrets(SECRET)
  await inContext(ground, systemPrincipal(tenantId), (context) =>
    addConnection(context, {
      id: connectionId,
      partner: 'mahnwerk',
      profile: PROFILE,
      baseUrl: `${simulator.url}/partners/${connectionId}/v1`,
      token: secrets.encipher(token, connectionId),
      webhookSecret: secrets.encipher(webhookSecret, connectionId),
    }),
  )
  const webhookUrl = `${serverUrl}/api/v1/partner-news/${tenantId}/${connectionId}`
  await simulator.connect(connectionId, { token, webhookUrl, webhookSecret, profile: 'kranich', seed: 'kill test' })
  const { key } = await createApiKey(ground, tenantId, { name: 'Kill-Test', role: 'owner' })
  return { tenantId, connectionId, key }
}
