// Builds the web application when its sources are not the ones it was last built from. The stamp is a hash over their content,
// so a checkout of an older state is noticed as well as an edit.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'web', 'dist')
const STAMP = join(DIST, '.built-from')
const SOURCES = ['web', 'client', 'core', 'package-lock.json']
const NOT_SOURCES = /(^|\/)(node_modules|dist|artefacts|testdata)(\/|$)|\.test\.tsx?$/

/** Returns whether it had to build. Throws with Vite's own words where the build fails; `signal` ends a build under way. */
export async function ensureWeb(log: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  const hash = await hashSources()
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === hash) return false
  log('Die Weboberfläche wird gebaut …')
  await build(hash, signal)
  return true
}

async function hashSources(): Promise<string> {
  const files: string[] = []
  for (const source of SOURCES) await collect(join(ROOT, source), files)
  const hash = createHash('sha256')
  for (const file of files.toSorted())
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

async function collect(path: string, into: string[]): Promise<void> {
  if (NOT_SOURCES.test(relative(ROOT, path))) return
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return void into.push(path)
  for (const entry of entries) {
    if (entry.isDirectory()) await collect(join(path, entry.name), into)
    else if (!NOT_SOURCES.test(relative(ROOT, join(path, entry.name)))) into.push(join(path, entry.name))
  }
}

/** Built aside and put in place whole, so that a server never serves half of it and two builds do not mix. */
async function build(hash: string, signal: AbortSignal | undefined): Promise<void> {
  const aside = join(ROOT, 'node_modules', '.cache', `mahnwerk-web-${process.pid}`)
  await mkdir(dirname(aside), { recursive: true })
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [
    vite,
    'build',
    join(ROOT, 'web'),
    '--outDir',
    aside,
    '--emptyOutDir',
    '--logLevel',
    'warn',
    '--configLoader',
    'native',
  ]
  const child = spawn(process.execPath, args, {
    cwd: join(ROOT, 'web'),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null] // Node's documented event
  if (code !== 0) {
    await rm(aside, { recursive: true, force: true })
    throw new Error(`Die Weboberfläche lässt sich nicht bauen:\n${said.trim()}`)
  }
  await writeFile(join(aside, '.built-from'), hash)
  await rm(DIST, { recursive: true, force: true })
  await rename(aside, DIST)
}
