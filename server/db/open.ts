// The database that this process should work with: the server that DATABASE_URL names, or the bundled PostgreSQL in the data
// directory. Either way it has the schema of this version when it is handed over.
import { join, resolve } from 'node:path'
import { DatabaseFailure, runningEmbedded, startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

export type OpenDatabase = {
  /** The application's login; work as a role through createDatabase({ url, role }). */
  readonly url: string
  /** The owner's login, for schemas that are not under the tenant rules. The same as `url` on a server with one user. */
  readonly ownerUrl: string
  /** Where documents and logs of this installation may lie. */
  readonly dataDir: string
  /** Called once if the bundled database ends by itself. */
  readonly onLoss: (listener: () => void) => void
  /** Stops the database if this call started it. */
  readonly stop: () => Promise<void>
}

export type OpenOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log?: (line: string) => void
  /** Tools of the terminal work beside a running Mahnwerk and use its database; a second server is refused. */
  readonly share?: boolean
}

const ROOT = join(import.meta.dirname, '..', '..')

/** Reads DATABASE_URL, DATABASE_OWNER_URL and MAHNWERK_DATA. Throws a DatabaseFailure (what happened, what to do). */
export async function openDatabase({ env, log = () => {}, share = false }: OpenOptions): Promise<OpenDatabase> {
  const dataDir = resolve(env['MAHNWERK_DATA'] ?? join(ROOT, '.data'))
  const given = address(env, 'DATABASE_URL')
  if (given !== undefined) {
    const ownerUrl = address(env, 'DATABASE_OWNER_URL') ?? given
    await migrate({ ownerUrl, url: given, log })
    return { url: given, ownerUrl, dataDir, onLoss: () => {}, stop: async () => {} }
  }
  const folder = join(dataDir, 'postgres')
  const running = share ? await runningEmbedded(folder) : undefined
  const database = running ?? (await startEmbedded({ dataDir: folder, log }))
  try {
    await migrate({ ...database, log })
  } catch (error) {
    await database.stop()
    throw error
  }
  return { ...database, dataDir }
}

function address(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new DatabaseFailure(
    `${name} ist keine Adresse einer PostgreSQL-Datenbank.`,
    'Erwartet wird zum Beispiel postgresql://benutzer:kennwort@rechner:5432/datenbank.',
  )
}
