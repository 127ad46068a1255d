// `npm run check`: everything that must hold before a change is done, the quick questions first. A step that fails shows its
// words; the others go on, so that one run tells all. Names of steps as arguments run only those.
import { join } from 'node:path'
import { staleFiles } from './check/generated.ts'
import { ROOT, runTool } from './check/tool.ts'

type Step = { readonly name: string; readonly run: () => Promise<{ code: number | null; said: string }> }

const program = (path: string, ...args: string[]) => runTool([join(ROOT, 'node_modules', path), ...args])

const STEPS: readonly Step[] = [
  { name: 'format', run: () => program('oxfmt/bin/oxfmt', '--check', '.') },
  { name: 'types', run: () => program('typescript/bin/tsc', '-p', '.') },
  { name: 'types-web', run: () => program('typescript/bin/tsc', '-p', 'web') },
  { name: 'lint', run: () => program('oxlint/bin/oxlint', '--type-aware', '--quiet') },
  { name: 'arrows', run: () => runTool(['scripts/check-arrows.ts']) },
  { name: 'unused', run: () => program('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'generated', run: generated },
  { name: 'tests', run: () => runTool(['scripts/test.ts']) },
]

async function generated(): Promise<{ code: number; said: string }> {
  const faults = await staleFiles(ROOT)
  return { code: faults.length, said: faults.join('\n') }
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are: ${STEPS.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const failed: string[] = []
for (const { name, run } of STEPS.filter((step) => chosen.length === 0 || chosen.includes(step.name))) {
  const start = performance.now()
  const { code, said } = await run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${code === 0 && name === 'tests' ? `: ${said}` : ''}`,
  )
  if (code === 0) continue
  failed.push(name)
  console.log(said)
}
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
