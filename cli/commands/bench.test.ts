import { expect, it } from 'vitest'
import { run } from './bench.ts'

async function called(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const code = await run(args, { out: (line) => lines.push(line), err: (line) => lines.push(line) })
  return { code, said: lines.join('\n') }
}

it.each([[[]], [['schnell']], [['list', '--rows', 'viele']], [['list', '--schneller']], [['list', 'handover']]])(
  'lists the benches where it is called with %j',
  async (args) => {
    const { code, said } = await called(...args)
    expect(code).toBe(2)
    expect(said).toMatch(/mahnwerk bench NAME[^]*list .*\(100\.000\)[^]*handover[^]*import/)
  },
)
