// PostgreSQL refuses to run as root. Started by root, it runs as an unprivileged account of the machine.
import { readFile, stat } from 'node:fs/promises'
import { DatabaseFailure } from './failure.ts'

/** What child_process.spawn needs to run as that account; nothing where we are not root. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

const PREFERRED = ['mahnwerk', 'postgres', 'nobody']

/** The owner of existing data stays its owner; new data goes to the first preferred account that the machine has. */
export async function chooseAccount(existing: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(existing).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readAccounts(await readFile('/etc/passwd', 'utf8'))
  for (const name of PREFERRED) {
    const account = accounts.get(name)
    if (account !== undefined) return account
  }
  throw new DatabaseFailure(
    'PostgreSQL darf nicht als root laufen, und diese Maschine hat kein geeignetes Benutzerkonto (mahnwerk, postgres oder nobody).',
    'Bitte eines anlegen („useradd --system mahnwerk“) oder Mahnwerk als gewöhnlicher Benutzer starten.',
  )
}

function readAccounts(passwd: string): Map<string, { uid: number; gid: number }> {
  const accounts = new Map<string, { uid: number; gid: number }>()
  for (const line of passwd.split('\n')) {
    const [name = '', , uid, gid] = line.split(':')
    if (Number(uid) > 0) accounts.set(name, { uid: Number(uid), gid: Number(gid) })
  }
  return accounts
}
