// `npm test`: every test of the project without preparation: pure, database, stories and browser. Arguments go to vitest.
// Quiet when green; the last line is the count alone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { type Report, closingLine, countOutcome } from './test/outcome.ts'
import { ensureWeb } from './web-build.ts'

const ROOT = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-run-'))
const reportFile = join(folder, 'report.json')

async function prepareBrowser(): Promise<NodeJS.ProcessEnv> {
  await ensureWeb(() => {})
  return { CHROMIUM: findChromium(console.log) }
}

/** A run of chosen files shows itself; the run of everything speaks only when something is wrong. */
async function runTests(env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const child = spawn(process.execPath, [vitest, 'run', '--configLoader=native', ...reporters, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: args.length > 0 ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  let said = ''
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null] // Node's documented event
  return { code, said }
}

async function readReport(): Promise<Report | undefined> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Report) // vitest's documented JSON form
}

const mayUseBrowser = args.every((arg) => arg.startsWith('-')) || args.some((arg) => /e2e|web/.test(arg))
try {
  const { code, said } = await runTests(mayUseBrowser ? await prepareBrowser() : {})
  const outcome = countOutcome(await readReport(), code)
  if (outcome.failed > 0) console.log(said.trimEnd())
  console.log(closingLine(outcome))
  process.exitCode = outcome.failed > 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
