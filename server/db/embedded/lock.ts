// One living Mahnwerk per data directory. The lock is a listening socket with an abstract name: the kernel frees it with the
// process that holds it, so it can neither be left behind nor be taken twice. Whoever connects is told the holder's process id.
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { type Server, connect, createServer } from 'node:net'
import { once } from 'node:events'
import { isCode } from './binaries.ts'
import { DatabaseFailure } from './failure.ts'

async function nameOf(dataDir: string): Promise<string> {
  return `\0mahnwerk-${createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 32)}`
}

/** Whether a living Mahnwerk works on the directory. */
export async function isLocked(dataDir: string): Promise<boolean> {
  return (await askHolder(await nameOf(dataDir))) !== undefined
}

/** Throws a DatabaseFailure naming the process that already works on the directory. The lock keeps no process alive. */
export async function lockDirectory(
  dataDir: string,
  called = dataDir,
): Promise<{ readonly release: () => Promise<void> }> {
  const name = await nameOf(dataDir)
  const server = createServer((socket) => socket.on('error', () => {}).end(String(process.pid)))
  try {
    server.listen(name)
    await once(server, 'listening')
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE')) throw error
    const holder = await askHolder(name)
    throw new DatabaseFailure(
      `Mahnwerk läuft bereits mit den Daten in ${called}${holder === undefined ? '' : ` (Prozess ${holder})`}.`,
      `Diesen Prozess beenden${holder === undefined ? '' : ` („kill ${holder}“)`} oder mit MAHNWERK_DATA ein anderes Verzeichnis wählen.`,
    )
  }
  server.unref()
  return { release: () => close(server) }
}

async function askHolder(name: string): Promise<string | undefined> {
  const socket = connect(name)
  socket.setTimeout(1000, () => socket.destroy())
  try {
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    return /^\d+$/.test(answer) ? answer : undefined
  } catch {
    return undefined // the holder is going just now; its name is a courtesy only
  }
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
