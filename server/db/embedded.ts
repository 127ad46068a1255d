// PostgreSQL from the npm install, run as a child process on a local data directory. One command runs everything; the data
// survives power cuts (fsync stays on). It listens on a socket in the data directory only, never on the network.
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, chooseAccount } from './embedded/account.ts'
import { copyPackage, exists, isCode, openToAll, packageFolder, prepareBinaries } from './embedded/binaries.ts'
import { ensureCluster, passwordOf, privateFolder } from './embedded/cluster.ts'
import { isLocked, lockDirectory } from './embedded/lock.ts'
import { clearAway, runningSocket, startPostmaster } from './embedded/postmaster.ts'

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

// The longest path a socket can have is 107 bytes, the last 16 being its own name.
const SOCKET_FOLDER_MAX = 90
const FAR_FOLDER = '/var/lib/mahnwerk'

/** Starts the bundled PostgreSQL. Throws a DatabaseFailure (what happened, what to do) where it cannot. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log = () => {}, volatile = false } = options
  const dataDir = resolve(options.dataDir)
  const account = await chooseAccount(dataDir)
  await prepareFolder(dataDir, account, log)
  const lock = await lockDirectory(dataDir)
  try {
    const binaries = await prepareBinaries(await reachablePackage(account), join(dataDir, 'lib'))
    const secret = await keepSecret(join(dataDir, 'secret'))
    const cluster = await ensureCluster({ dataDir, binaries, account, secret, volatile, log })
    await clearAway(cluster, log)
    const socketFolder = await socketFolderFor(dataDir, account)
    const logFile = await openLog(dataDir)
    const scratch = volatile ? { scratch: dataDir } : {}
    const postmaster = await startPostmaster({
      binaries,
      account,
      cluster,
      socketFolder,
      logFile,
      volatile,
      ...scratch,
    })
    const stop = async () => {
      await postmaster.stop()
      await lock.release()
      if (volatile) await rm(dataDir, { recursive: true, force: true })
    }
    const url = (role: string) => urlOf(role, passwordOf(secret, role), socketFolder)
    return {
      url: url('mahnwerk'),
      ownerUrl: url('mahnwerk_owner'),
      pid: postmaster.pid,
      onLoss: postmaster.onLoss,
      stop,
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The database of a Mahnwerk that runs on this directory just now, for a second process beside it. */
export async function runningEmbedded(folder: string): Promise<Embedded | undefined> {
  const dataDir = resolve(folder)
  if (!(await exists(dataDir)) || !(await isLocked(dataDir))) return undefined
  const running = await runningSocket(join(dataDir, 'cluster'))
  if (running === undefined) return undefined
  const secret = await keepSecret(join(dataDir, 'secret'))
  const url = (role: string) => urlOf(role, passwordOf(secret, role), running.socketFolder)
  const nothing = { onLoss: () => {}, stop: async () => {} } // it belongs to the other process
  return { url: url('mahnwerk'), ownerUrl: url('mahnwerk_owner'), pid: running.pid, ...nothing }
}

function urlOf(role: string, password: string, socketFolder: string): string {
  return `postgresql://${role}:${password}@localhost/mahnwerk?host=${encodeURIComponent(socketFolder)}`
}

/** Root's own folders are often closed to others; then the data lies elsewhere and the name given points there. */
async function prepareFolder(dataDir: string, account: Account, log: (line: string) => void): Promise<void> {
  await mkdir(dirname(dataDir), { recursive: true })
  const elsewhere = account !== undefined && !(await exists(dataDir)) && !(await openToAll(dirname(dataDir)))
  if (elsewhere) {
    await mkdir(FAR_FOLDER, { recursive: true, mode: 0o755 })
    const far = await mkdtemp(join(FAR_FOLDER, 'postgres-'))
    await privateFolder(far, account)
    await symlink(far, dataDir)
    log(`PostgreSQL darf als unprivilegierter Benutzer nicht nach ${dataDir}; die Daten liegen in ${far}.`)
  }
  await privateFolder(dataDir, account)
}

async function reachablePackage(account: Account): Promise<string> {
  const folder = packageFolder()
  if (account === undefined || (await openToAll(join(folder, 'native', 'bin')))) return folder
  const version = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string } // npm's own file
  await mkdir(FAR_FOLDER, { recursive: true, mode: 0o755 })
  return copyPackage(folder, join(FAR_FOLDER, `programs-${version.version}`))
}

async function keepSecret(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  const secret = randomBytes(32).toString('base64url')
  await writeFile(`${file}.new`, secret, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return secret
}

async function socketFolderFor(dataDir: string, account: Account): Promise<string> {
  const near = join(dataDir, 'socket')
  if (Buffer.byteLength(near) <= SOCKET_FOLDER_MAX) {
    await privateFolder(near, account)
    return near
  }
  const far = await mkdtemp(join(tmpdir(), 'mahnwerk-'))
  await privateFolder(far, account)
  return far
}

/** The log starts anew when it has grown beyond 10 MB; one older one is kept. */
async function openLog(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.log')
  const found = await stat(file).catch(() => undefined)
  if (found !== undefined && found.size > 10_000_000) await rename(file, join(dataDir, `${basename(file)}.1`))
  return file
}
