// Whether the port is ours to take, and if not, who has it.
import { once } from 'node:events'
import { createServer } from 'node:net'

export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** The port from PORT, 4400 unless told. Throws with a sentence where it is no port. */
export function portFrom(text: string | undefined): number {
  const port = text === undefined || text === '' ? 4400 : Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new PortTaken(
    `PORT=${text} ist keine Portnummer.\nErwartet wird eine Zahl von 1 bis 65535, zum Beispiel PORT=4500.`,
  )
}

/** Throws PortTaken, saying whether Mahnwerk itself answers there and how to choose another port. */
export async function requireFreePort(port: number, host = '127.0.0.1'): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    throw await taken(port, error)
  } finally {
    probe.close()
  }
}

async function taken(port: number, error: unknown): Promise<PortTaken> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const another = `Einen anderen wählen: PORT=${port < 65_000 ? port + 100 : 4500} npm start`
  if (code === 'EACCES') return new PortTaken(`Port ${port} darf dieser Benutzer nicht öffnen.\n${another}`)
  if (code !== 'EADDRINUSE') return new PortTaken(`Port ${port} lässt sich nicht öffnen: ${String(error)}\n${another}`)
  if (await isMahnwerk(port))
    return new PortTaken(
      `Mahnwerk läuft bereits: http://localhost:${port}\nFür ein zweites: anderer Port und eigenes Datenverzeichnis, PORT=${port + 100} MAHNWERK_DATA=… npm start`,
    )
  return new PortTaken(`Port ${port} ist von einem anderen Programm belegt.\n${another}`)
}

async function isMahnwerk(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1500) })
    return (await answer.text()).includes('<title>Mahnwerk')
  } catch {
    return false
  }
}
