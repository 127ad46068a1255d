// What the server refused or could not do (problem details, RFC 9457), and what never reached it. The server writes
// title and detail in the reader's language; sentences for what has no answer from it stand here.

import type { Language } from '../language.ts'
import type en from './en.json'
import de from './de.json' with { type: 'json' }

type ProblemKey = keyof typeof de
type Catalogue = Readonly<Record<ProblemKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, ProblemKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  de: () => Promise.resolve(de),
  en: async () => (await import('./en.json')).default,
}

/** An answer of the server that is no success, as an error so that queries can carry it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title ?? problem.code)
    this.problem = problem
  }
}

export type Problem = {
  readonly status: number
  readonly code: string
  readonly title?: string | undefined
  readonly detail?: string | undefined
  /** Where it can be mended: a path inside the office. */
  readonly repair?: string | undefined
  readonly facts?: Readonly<Record<string, string | number>> | undefined
}

export type Told = {
  readonly title: string
  readonly detail?: string | undefined
  readonly repair?: { readonly label: string; readonly href: string } | undefined
  readonly code?: string | undefined
}

/** Puts any failure in words. Detail and title of the server come as given. */
export async function tell(error: unknown, language: Language): Promise<Told> {
  return tellFrom(error, await CATALOGUES[language]().catch(() => de))
}

export function tellFrom(error: unknown, catalogue: Catalogue): Told {
  const problem = problemOf(error)
  const key = keyOf(problem)
  const title = problem.title ?? catalogue[key]
  const detail = problem.detail ?? catalogue[detailKey(key)]
  const code = problem.status >= 500 || problem.code === 'unreadable' ? problem.code : undefined
  const label = problem.code === 'session_expired' ? catalogue['session_expired.repair'] : catalogue.repair
  return { title, detail, code, repair: problem.repair === undefined ? undefined : { label, href: problem.repair } }
}

/** Reads problem details; anything else becomes what its status says. */
export function problemFrom(status: number, body: unknown): Problem {
  const text = (name: string): string | undefined => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    status,
    code: text('code') ?? codeFor(status),
    title: text('title'),
    detail: text('detail'),
    repair: text('repair'),
    ...factsOf(body),
  }
}

// The server sends words and numbers only.
function factsOf(body: unknown): Pick<Problem, 'facts'> {
  const facts: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'facts') : undefined
  return typeof facts === 'object' && facts !== null ? { facts: facts as Record<string, string | number> } : {}
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  // fetch throws a TypeError when nothing came back at all
  if (error instanceof TypeError) return { status: 0, code: 'offline' }
  return { status: 500, code: 'unexpected' }
}

type Known =
  | 'offline'
  | 'unexpected'
  | 'unreadable'
  | 'session_expired'
  | 'forbidden'
  | 'not_found'
  | 'too_many'
  | 'changed_meanwhile'
const KNOWN: readonly Known[] = [
  'offline',
  'unexpected',
  'unreadable',
  'session_expired',
  'forbidden',
  'not_found',
  'too_many',
  'changed_meanwhile',
]

function keyOf(problem: Problem): Known {
  return KNOWN.find((known) => known === problem.code) ?? codeFor(problem.status)
}

function detailKey(key: Known): ProblemKey {
  return `${key}.detail`
}

function codeFor(status: number): Known {
  const codes: Readonly<Record<number, Known>> = {
    0: 'offline',
    401: 'session_expired',
    403: 'forbidden',
    404: 'not_found',
    409: 'changed_meanwhile',
    412: 'changed_meanwhile',
    429: 'too_many',
  }
  return codes[status] ?? 'unexpected'
}
