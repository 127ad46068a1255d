import { describe, expect, it } from 'vitest'
import { run } from './fuzz.ts'

async function called(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out, err }
}

describe('mahnwerk fuzz', () => {
  it('counts what passed and failed in its last line', async () => {
    const { code, out } = await called('--claims', '300', '--seed', '5')
    expect(out.at(-1)).toBe('300 passed, 0 failed')
    expect(code).toBe(0)
  })

  it.each([['--claims', '0'], ['--claims', 'many'], ['--seed', '1.5'], ['--fast']])(
    'refuses %s %s',
    async (...args) => {
      const { code, err } = await called(...args.filter((each) => each !== undefined))
      expect(code).toBe(2)
      expect(err[0]).toContain('mahnwerk fuzz')
    },
  )
})
