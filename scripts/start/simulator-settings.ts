// Where the pretended world listens and how it knows us. Chosen at the first start and kept in the data directory, because the
// demo's connections to partners remember the address.
import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../free-port.ts'

type SimulatorEnvironment = Readonly<
  Record<
    | 'SIMULATOR_PORT'
    | 'SIMULATOR_URL'
    | 'SIMULATOR_CONTROL_TOKEN'
    | 'SIMULATOR_JOURNAL'
    | 'SIMULATOR_SMTP_PORT'
    | 'SIMULATOR_IMAP_PORT',
    string
  >
>
type Settings = { readonly port: number; readonly token: string }

/** The environment of the simulator and of the server that works with it. */
export async function simulatorEnvironment(dataDir: string): Promise<SimulatorEnvironment> {
  const file = join(dataDir, 'simulator.json')
  const { port, token } = (await read(file)) ?? (await choose(file))
  // Nothing remembers where its post office was.
  const [smtpPort, imapPort] = [await freePort(), await freePort()]
  return {
    SIMULATOR_PORT: String(port),
    SIMULATOR_URL: `http://127.0.0.1:${port}`,
    SIMULATOR_CONTROL_TOKEN: token,
    SIMULATOR_JOURNAL: join(dataDir, 'simulator.journal'),
    SIMULATOR_SMTP_PORT: String(smtpPort),
    SIMULATOR_IMAP_PORT: String(imapPort),
  }
}

async function read(file: string): Promise<Settings | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Settings) // written by choose()
}

async function choose(file: string): Promise<Settings> {
  const settings = { port: await freePort(), token: randomBytes(24).toString('base64url') }
  await writeFile(`${file}.new`, JSON.stringify(settings), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return settings
}
