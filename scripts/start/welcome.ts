// What a person reads when everything runs: where, as whom, and what to try first.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export type DemoLogin = { readonly email: string; readonly password: string; readonly role: string }

const DEMO = join(import.meta.dirname, '..', '..', 'server', 'modules', 'demo', 'index.ts')

export async function welcome(port: number): Promise<string> {
  const logins = await demoLogins()
  const width = Math.max(0, ...logins.map(({ email }) => email.length))
  const passwordWidth = Math.max(0, ...logins.map(({ password }) => password.length))
  const lines = logins.map(
    ({ email, password, role }) => `    ${email.padEnd(width)}  ${password.padEnd(passwordWidth)}  ${role}`,
  )
  return [
    '',
    `  Mahnwerk läuft: http://localhost:${port}`,
    ...(lines.length === 0 ? [] : ['', '  Anmelden (E-Mail, Kennwort, Rolle):', ...lines]),
    '',
    '  Zum Ausprobieren: „Rechnungen“ → „Überfällig“, bei einer Rechnung „Forderung anlegen“ und die Antwort des Partners abwarten.',
    '  Beenden mit Strg+C.',
    '',
  ].join('\n')
}

/** The server's demo module owns the logins; without it there are none to show. */
async function demoLogins(): Promise<readonly DemoLogin[]> {
  if (!existsSync(DEMO)) return []
  const module = (await import(DEMO)) as { DEMO_LOGINS?: readonly DemoLogin[] } // the agreed export of that module
  return module.DEMO_LOGINS ?? []
}
