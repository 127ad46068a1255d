// Finds a Chromium for the browser tests: the one that CHROMIUM names, one of the machine, or Debian's package where root may
// install it. Nothing is downloaded from anywhere else.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of the browser. Throws with what to do where there is none. */
export function findChromium(log: (line: string) => void = () => {}): string {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM=${named} ist kein ausführbares Programm.`)
  }
  return installed() ?? install(log)
}

/** What Playwright needs to start it as root and without a display, the same in every browser test. */
export function launchOptions(): { executablePath: string; headless: true; args: string[] } {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage']
  return { executablePath: findChromium(), headless: true, args: [...args, ...quiet] }
}

function installed(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function install(log: (line: string) => void): string {
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    log('Chromium fehlt und wird mit apt-get installiert …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' })
    const wanted = ['install', '-y', '--no-install-recommends', 'chromium']
    if (apt(...wanted).status !== 0) {
      apt('update')
      apt(...wanted)
    }
  }
  const found = installed()
  if (found !== undefined) return found
  throw new Error(
    'Für die Browsertests fehlt Chromium.\nBitte installieren („sudo apt-get install chromium“) oder mit CHROMIUM=/pfad/zu/chrome eines nennen.',
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
