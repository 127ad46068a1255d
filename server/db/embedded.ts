// PostgreSQL from the npm install, run as a child process on a local data directory. One command runs everything; the data
// survives power cuts (fsync stays on). It listens on a socket in the data directory only, never on the network.
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chooseAccount } from './embedded/account.ts'
import { exists, prepareBinaries } from './embedded/binaries.ts'
import { ensureCluster, renewPasswords } from './embedded/cluster.ts'
import { isLocked, lockDirectory } from './embedded/lock.ts'
import { openLog, prepareFolder, reachablePackage, socketFolderFor } from './embedded/places.ts'
import { clearAway, runningSocket, startPostmaster } from './embedded/postmaster.ts'
import { makeSecret, passwordOf, readSecret } from './embedded/secret.ts'

export { DatabaseFailure } from './embedded/failure.ts'

export type EmbeddedOptions = {
  /** Made if missing. Holds the cluster, its secret, its socket and its log. */
  readonly dataDir: string
  /** German sentences for the console: what was found and repaired. */
  readonly log?: (line: string) => void
  /** Test runs only: no fsync, and the directory is removed at the end, also after a kill. */
  readonly volatile?: boolean
}

export type Embedded = {
  /** The application's login: owns nothing, may become mahnwerk_app and mahnwerk_worker. */
  readonly url: string
  /** The owner's login: migrates, makes roles and databases. */
  readonly ownerUrl: string
  readonly pid: number
  /** Called once if the database ends without being stopped. */
  readonly onLoss: (listener: () => void) => void
  readonly stop: () => Promise<void>
}

/** Starts the bundled PostgreSQL. Throws a DatabaseFailure (what happened, what to do) where it cannot. */
export async function startEmbedded({ dataDir, log = () => {}, volatile = false }: EmbeddedOptions): Promise<Embedded> {
  const account = await chooseAccount(dataDir)
  const folder = await prepareFolder(resolve(dataDir), account, log)
  const lock = await lockDirectory(folder, dataDir)
  try {
    const binaries = await prepareBinaries(await reachablePackage(account), join(folder, 'lib'))
    const known = await readSecret(join(folder, 'secret'))
    const secret = known ?? (await makeSecret(join(folder, 'secret')))
    const machine = { dataDir: folder, binaries, account, secret, volatile, log }
    const { cluster, isNew } = await ensureCluster(machine)
    const socketFolder = await socketFolderFor(folder, account)
    await clearAway(cluster, socketFolder.path, log)
    if (known === undefined && !isNew) await renewPasswords(machine, cluster)
    const logFile = await openLog(folder)
    const scratch = volatile ? folder : undefined
    const server = await startPostmaster({
      binaries,
      account,
      cluster,
      socketFolder: socketFolder.path,
      logFile,
      scratch,
    })
    const stop = async () => {
      await server.stop()
      if (socketFolder.temporary) await rm(socketFolder.path, { recursive: true, force: true })
      await lock.release()
      if (volatile) await rm(folder, { recursive: true, force: true })
    }
    return { ...addresses(secret, socketFolder.path), pid: server.pid, onLoss: server.onLoss, stop }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The database of a Mahnwerk that runs on this directory just now, for a second process beside it. */
export async function runningEmbedded(dataDir: string): Promise<Embedded | undefined> {
  if (!(await exists(dataDir)) || !(await isLocked(dataDir))) return undefined
  const running = await runningSocket(join(dataDir, 'cluster'))
  const secret = await readSecret(join(dataDir, 'secret'))
  if (running === undefined || secret === undefined) return undefined
  const nothing = { onLoss: () => {}, stop: async () => {} } // it belongs to the other process
  return { ...addresses(secret, running.socketFolder), pid: running.pid, ...nothing }
}

function addresses(secret: string, socketFolder: string): { url: string; ownerUrl: string } {
  const of = (role: string) =>
    `postgresql://${role}:${passwordOf(secret, role)}@localhost/mahnwerk?host=${encodeURIComponent(socketFolder)}`
  return { url: of('mahnwerk'), ownerUrl: of('mahnwerk_owner') }
}
