// Runs a TypeScript file of this project under the Node that the project pins, whatever Node was called: `npm run` finds the
// pinned one first, a person in a shell may not. Plain JavaScript, because an older Node must be able to read it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST = 24
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [script = '', ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(join(root, 'node_modules', '.cache', 'node'))
  process.argv.splice(1, 2, resolve(script))
  await import(pathToFileURL(resolve(script)).href)
} else {
  const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (!existsSync(pinned)) {
    console.error(`Mahnwerk braucht Node ${OLDEST}; hier läuft Node ${process.versions.node}.`)
    console.error(
      'Das mitgelieferte Node fehlt: bitte „npm ci“ ohne „--omit=optional“ ausführen oder Node 24 installieren.',
    )
    process.exit(1)
  }
  const child = spawn(pinned, [resolve(script), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}
