// Where the bundled PostgreSQL keeps things. As root it runs as another account, which must be able to reach them: what lies
// behind a closed folder (root's home is one) is put under /var/lib/mahnwerk instead.
import { constants } from 'node:fs'
import { access, chown, mkdir, mkdtemp, readFile, realpath, rename, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { copyPackage, exists, isCode, openToAll, packageFolder } from './binaries.ts'
import { DatabaseFailure } from './failure.ts'

const FAR_FOLDER = '/var/lib/mahnwerk'
// The longest path a socket can have is 107 bytes, the last 16 being its own name.
const SOCKET_FOLDER_MAX = 90
const LOG_MAX_BYTES = 10_000_000

/** Makes the data directory ready and returns its real path. Throws a DatabaseFailure where this user may not use it. */
export async function prepareFolder(dataDir: string, account: Account, log: (line: string) => void): Promise<string> {
  try {
    await mkdir(dirname(dataDir), { recursive: true })
    const reachable = account === undefined || (await openToAll(dirname(dataDir)))
    if (!reachable && !(await exists(dataDir))) await settleElsewhere(dataDir, account, log)
    await privateFolder(dataDir, account)
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(dataDir)
  } catch (cause) {
    if (!isCode(cause, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) throw cause
    throw new DatabaseFailure(
      `Dieser Benutzer kann das Datenverzeichnis ${dataDir} nicht verwenden (${String(cause)}).`,
      'Mahnwerk mit dem Benutzer starten, der es angelegt hat, oder mit MAHNWERK_DATA ein anderes Verzeichnis wählen.',
      { cause },
    )
  }
}

async function settleElsewhere(dataDir: string, account: Account, log: (line: string) => void): Promise<void> {
  await mkdir(FAR_FOLDER, { recursive: true, mode: 0o755 })
  const far = await mkdtemp(join(FAR_FOLDER, 'postgres-'))
  await privateFolder(far, account)
  await symlink(far, dataDir)
  log(
    `${dirname(dataDir)} ist für andere Benutzer verschlossen, unter denen PostgreSQL läuft; die Daten liegen in ${far}.`,
  )
}

/** A folder that only its account may enter; made if missing, its ownership set where root prepares it for another. */
export async function privateFolder(path: string, account: Account): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (account !== undefined) await chown(path, account.uid, account.gid)
}

/** The installed package, or a copy of it that the account can read. */
export async function reachablePackage(account: Account): Promise<string> {
  const folder = await realpath(packageFolder())
  if (account === undefined || (await openToAll(join(folder, 'native', 'bin')))) return folder
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string } // npm's own file
  await mkdir(FAR_FOLDER, { recursive: true, mode: 0o755 })
  return copyPackage(folder, join(FAR_FOLDER, `programs-${version}`))
}

export type SocketFolder = { readonly path: string; readonly temporary: boolean }

export async function socketFolderFor(dataDir: string, account: Account): Promise<SocketFolder> {
  const near = join(dataDir, 'socket')
  const temporary = Buffer.byteLength(near) > SOCKET_FOLDER_MAX
  const path = temporary ? await mkdtemp(join(tmpdir(), 'mahnwerk-')) : near
  await privateFolder(path, account)
  return { path, temporary }
}

/** The log starts anew when it has grown too large; one older one is kept. */
export async function openLog(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.log')
  const found = await stat(file).catch(() => undefined)
  if (found !== undefined && found.size > LOG_MAX_BYTES) await rename(file, join(dataDir, `${basename(file)}.1`))
  return resolve(file)
}
