// A kill test from the terminal: `--moments N --seed S`, `--from M` for a piece of them. Exit code 0 only if all passed.
import { parseArgs } from 'node:util'
import { type KillTest, runMoments } from './run.ts'

export async function runFromTerminal<House extends { readonly close: () => Promise<void> }>(
  test: KillTest<House>,
  moments: number,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      moments: { type: 'string', default: String(moments) },
      from: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
    },
  })
  const started = Date.now()
  const asked = { first: Number(values.from), last: Number(values.moments), seed: values.seed }
  const { passed, failed } = await runMoments(test, asked, console.log)
  console.log(`${Math.round((Date.now() - started) / 1000)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
