import { describe, expect, it } from 'vitest'
import de from './de.json' with { type: 'json' }
import { ProblemError, problemFrom, tellFrom } from './problem.ts'

describe('a problem', () => {
  it('shows title, detail and repair of the server as given', () => {
    const problem = problemFrom(422, {
      code: 'address_missing',
      title: 'Die Anschrift fehlt',
      detail: 'Ohne Anschrift …',
      repair: '/rechnungen/1',
    })
    expect(tellFrom(new ProblemError(problem), de)).toEqual({
      title: 'Die Anschrift fehlt',
      detail: 'Ohne Anschrift …',
      code: undefined,
      repair: { label: 'Hier beheben', href: '/rechnungen/1' },
    })
  })

  it('says in words what came without an answer', () => {
    expect(tellFrom(new TypeError('fetch failed'), de).title).toBe('Keine Verbindung zum Server')
    expect(tellFrom(new ProblemError(problemFrom(429, 'slow down')), de).title).toBe('Zu viele Versuche')
  })

  it('gives a code to tell support where the server itself failed', () => {
    expect(tellFrom(new ProblemError(problemFrom(500, { code: 'E-7KQ2' })), de).code).toBe('E-7KQ2')
  })
})
