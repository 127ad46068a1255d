// `mahnwerk conformance URL`: holds the partner at a URL against the partner protocol. `--all-connectors` holds every
// connector of ours against its stand-in. The last line counts.

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { PARTNERS, partnerConformance } from '@mahnwerk/connectors/partners'
import { type ConformanceResult, runConformance } from '@mahnwerk/connectors/protocol/conformance'
import type { Run, Terminal } from '../command.ts'
import { startReceiver } from './conformance-receiver.ts'

const USAGE = [
  'mahnwerk conformance URL --token TOKEN [--listen PORT --secret whsec_…] [--patience SEKUNDEN]',
  'mahnwerk conformance --all-connectors',
  '  URL       Basisadresse der Verbindung beim Partner, etwa https://partner.example/v1',
  '  --token   das Bearer-Token dieser Verbindung (oder MAHNWERK_CONFORMANCE_TOKEN)',
  '  --listen  nimmt die Webhooks des Partners auf diesem Port an und prüft sie mit --secret',
]

const OPTIONS = {
  'all-connectors': { type: 'boolean', default: false },
  token: { type: 'string' },
  listen: { type: 'string' },
  secret: { type: 'string' },
  patience: { type: 'string', default: '30' },
} as const

export const run: Run = async (args, terminal) => {
  const called = read(args)
  if (called === undefined) {
    for (const line of USAGE) terminal.err(line)
    return 2
  }
  const results = called.kind === 'connectors' ? await checkConnectors() : await checkUrl(called, terminal)
  return report(results, terminal)
}

type Called =
  | { readonly kind: 'connectors' }
  | {
      readonly kind: 'url'
      readonly baseUrl: string
      readonly token: string
      readonly patienceMs: number
      readonly receive: { readonly port: number; readonly secret: string } | undefined
    }

/** What was asked for; undefined where it was called wrongly. */
function read(args: readonly string[]): Called | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    if (values['all-connectors']) return positionals.length === 0 ? { kind: 'connectors' } : undefined
    const [baseUrl, ...more] = positionals
    const token = values.token ?? process.env['MAHNWERK_CONFORMANCE_TOKEN']
    if (baseUrl === undefined || more.length > 0 || !URL.canParse(baseUrl) || token === undefined) return undefined
    if ((values.listen === undefined) !== (values.secret === undefined)) return undefined
    const receive =
      values.listen === undefined || values.secret === undefined
        ? undefined
        : { port: Number(values.listen), secret: values.secret }
    return { kind: 'url', baseUrl, token, patienceMs: Number(values.patience) * 1000, receive }
  } catch {
    return undefined // an option that does not exist
  }
}

async function checkConnectors(): Promise<readonly ConformanceResult[]> {
  return (await Promise.all(PARTNERS.map(partnerConformance))).flat()
}

async function checkUrl(
  called: Extract<Called, { kind: 'url' }>,
  terminal: Terminal,
): Promise<readonly ConformanceResult[]> {
  const { baseUrl, token, patienceMs, receive } = called
  const runId = randomUUID().slice(0, 8)
  const receiver = receive === undefined ? undefined : await startReceiver(receive)
  if (receiver === undefined) terminal.err('Webhooks werden ohne --listen und --secret nicht geprüft.')
  try {
    const common = { baseUrl, token, patienceMs, runId, fetch }
    return await runConformance(receiver === undefined ? common : { ...common, receiver })
  } finally {
    await receiver?.close()
  }
}

function report(results: readonly ConformanceResult[], terminal: Terminal): number {
  for (const { name, passed, detail } of results)
    terminal.out(passed ? `passed ${name}` : `failed ${name}\n  ${detail}`)
  const failed = results.filter((result) => !result.passed).length
  terminal.out(`${results.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
