import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Pool, openPool } from './pool.ts'

let pool: Pool
beforeEach(() => {
  pool = openPool(2, new URL('./testing/mortal-worker.ts', import.meta.url))
})
afterEach(() => pool.close())

const run = async (data: string) => Buffer.from(await pool.run(() => jobOf(data))).toString()

function jobOf(data: string) {
  if (data === 'throw') throw new Error('no data')
  return { template: '', data, files: [], day: '' }
}

test('each job gets its own answer, however many wait', async () => {
  const jobs = Array.from({ length: 200 }, (_, index) => String(index))
  expect(await Promise.all(jobs.map(run))).toEqual(jobs)
})

test('a thread that dies fails the job it was at, and no other', async () => {
  const jobs = Array.from({ length: 20 }, (_, index) => (index % 5 === 0 ? 'die' : String(index)))
  const ended = await Promise.allSettled(jobs.map(run))
  const told = ended.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))
  expect(told).toEqual(jobs.map((job) => (job === 'die' ? 'failed' : job)))
  expect(await run('after')).toBe('after')
})

test('a job that fails says why', async () => {
  await expect(run('fail')).rejects.toThrow('not set')
})

test('a job that cannot be made fails alone', async () => {
  const [first, second] = await Promise.allSettled([run('throw'), run('next')])
  expect([first, second]).toMatchObject([{ reason: { message: 'no data' } }, { value: 'next' }])
})

test('closing fails what was not answered', async () => {
  const waiting = Promise.allSettled(['1', '2', '3', '4', '5', '6'].map(run))
  await pool.close()
  expect((await waiting).at(-1)).toMatchObject({ status: 'rejected', reason: { message: 'letters are closed' } })
})
