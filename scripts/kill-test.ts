// `node scripts/kill-test.ts [--moments 50] [--seed 1]`: kills the server at seeded moments while programs hand claims over
// and record payments, starts it again, and holds what was confirmed against the partner's books. Exit code 0 only if
// nothing was lost and nothing happened twice.
import { parseArgs } from 'node:util'
import { runKillTest } from './kill-test/run.ts'

const { values } = parseArgs({
  options: { moments: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})
const started = Date.now()
const { passed, failed } = await runKillTest(Number(values.moments), values.seed, console.log)
console.log(`${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
