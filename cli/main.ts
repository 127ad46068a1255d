// The terminal: `mahnwerk COMMAND …`. A command is loaded when it is called, so that help and small commands start at once.

import { type Command, type Terminal } from './command.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'serve',
    summary: 'startet den Server auf DATABASE_URL oder der mitgebrachten Datenbank; MAHNWERK_ROLE=web|worker teilt ihn',
    load: () => import('./commands/serve.ts'),
  },
  demo: {
    usage: 'demo',
    summary: 'startet alles mit erfundenen Gläubigern und einer vorgespielten Welt, wie npm start',
    load: () => import('./commands/demo.ts'),
  },
  read: {
    usage: 'read invoice DATEI …',
    summary: 'liest Dateien und gibt ihren Inhalt als JSON aus',
    load: () => import('./commands/read.ts'),
  },
  corpus: {
    usage: 'corpus ORDNER …',
    summary: 'vergleicht jede Datei mit ihrer .expected.json',
    load: () => import('./commands/corpus.ts'),
  },
  calc: {
    usage: 'calc NAME [--json] [DATEI|-]',
    summary: 'rechnet nach dem Recht eines Landes; ohne NAME stehen da alle Rechnungen',
    load: () => import('./commands/calc.ts'),
  },
  examples: {
    usage: 'examples DATEI … [--confidence low|medium|high]',
    summary: 'rechnet Beispiele nach und nennt jedes: pass, fail mit beiden Werten, unsupported',
    load: () => import('./commands/examples.ts'),
  },
  conformance: {
    usage: 'conformance URL | --all-connectors',
    summary: 'prüft einen Partner gegen das Partnerprotokoll',
    load: () => import('./commands/conformance.ts'),
  },
  bench: {
    usage: 'bench NAME [--json] [--rows ZAHL]',
    summary: 'misst list, handover oder import neben dem, was die Maschine höchstens könnte',
    load: () => import('./commands/bench.ts'),
  },
  fuzz: {
    usage: 'fuzz [--claims ANZAHL] [--seed ZAHL]',
    summary: 'rechnet zufällige Forderungen aller Länder durch und meldet die erste, die nicht aufgeht',
    load: () => import('./commands/fuzz.ts'),
  },
  verify: {
    usage: 'verify',
    summary: 'rechnet alle Bücher nach und nennt jede Abweichung',
    load: () => import('./commands/verify.ts'),
  },
}

const terminal: Terminal = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
}

async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) return help(terminal.out)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    terminal.err(`mahnwerk: Den Befehl „${name}“ gibt es nicht.`)
    help(terminal.err)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(`mahnwerk ${command.usage}\n  ${command.summary}`)
    return 0
  }
  const { run } = await command.load()
  return run(rest, terminal)
}

function help(print: (line: string) => void): number {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length))
  print('mahnwerk BEFEHL …')
  print('')
  for (const { usage, summary } of Object.values(COMMANDS)) print(`  ${usage.padEnd(width)}   ${summary}`)
  return 0
}

// Set, not called: what is still being written to a pipe gets out before the process ends.
process.exitCode = await main(process.argv.slice(2))
