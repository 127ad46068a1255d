#!/usr/bin/env node
// Starts the terminal under the Node that this installation is pinned to. Plain JavaScript, because it must run under
// whatever Node is on the machine (20 and later), which may not run TypeScript. Works from any folder; signals, the
// terminal and the exit code pass through.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MIN = 24
const main = join(dirname(fileURLToPath(import.meta.url)), 'main.ts')
const node = pinnedNode() ?? currentNode()

if (node === undefined) {
  console.error(`mahnwerk braucht Node ${NODE_MIN} oder neuer; hier läuft ${process.version}.`)
  console.error('Abhilfe: „npm ci“ im Ordner von Mahnwerk ausführen, das bringt ein passendes Node mit.')
  process.exit(1)
}
if (node === process.execPath) await import(`file://${main}`)
else run(node)

/** The Node from the npm package for this platform; undefined where it is not installed. */
function pinnedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`)
    const binary = join(dirname(manifest), 'bin', 'node')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined // no such package on this platform
  }
}

function currentNode() {
  return Number(process.versions.node.split('.')[0]) >= NODE_MIN ? process.execPath : undefined
}

function run(binary) {
  const child = spawn(binary, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(child, signal))
  child.on('error', (error) => {
    console.error(`mahnwerk: ${binary} lässt sich nicht starten: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

// Keys pressed in a terminal reach the child by themselves: passed on, they would count twice.
function pass(child, signal) {
  const fromKeyboard = process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT')
  if (!fromKeyboard) child.kill(signal)
}
