// Runs one of PostgreSQL's programs to its end and keeps what it said.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Account } from './account.ts'
import { DatabaseFailure } from './failure.ts'

export type Run = {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly account: Account
  readonly input?: string
}

/** The environment of the machine without settings that would turn PostgreSQL's head (PGDATA, PGPORT, LC_ALL …). */
export function cleanEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: '/', LC_ALL: 'C', TZ: 'UTC', ...extra }
}

/** Throws a DatabaseFailure with the last lines of output unless the program ends with 0. */
export async function run({ program, args, env, account, input = '' }: Run): Promise<string> {
  const child = spawn(program, args, { cwd: '/', env: cleanEnvironment(env), stdio: 'pipe', ...account })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  child.stdin.on('error', () => {}) // an early end shows in the exit code
  child.stdin.end(input)
  const [code] = (await once(child, 'close').catch((cause: unknown) => {
    throw unusable(program, cause)
  })) as [number | null] // Node's documented event
  if (code !== 0) throw failed(program, code, output)
  return output
}

function unusable(program: string, cause: unknown): DatabaseFailure {
  return new DatabaseFailure(
    `${program} lässt sich auf dieser Maschine nicht ausführen: ${String(cause)}`,
    'Das mitgelieferte PostgreSQL braucht Linux mit glibc. Mit DATABASE_URL lässt sich ein PostgreSQL-Server (15 bis 18) verwenden.',
    { cause },
  )
}

function failed(program: string, code: number | null, output: string): DatabaseFailure {
  const said = output.trim().split('\n').slice(-12).join('\n')
  return new DatabaseFailure(
    `${program} ist gescheitert (Ende mit ${code ?? 'Signal'}):\n${said}`,
    'Häufige Gründe: kein freier Platz, fehlende Schreibrechte im Datenverzeichnis, ein Benutzer ohne Eintrag in /etc/passwd.',
  )
}
