// The part of an address behind the question mark as people can read and send it: plain words, a repeated name is a list.

type Search = Readonly<Record<string, unknown>>

export function parseSearch(text: string): Record<string, string | string[]> {
  const params = new URLSearchParams(text)
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, single(params.getAll(name))]))
}

export function stringifySearch(search: Search): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    return values.filter((each) => typeof each === 'string').map((each) => [name, each])
  })
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `?${text}`
}

export function oneOf<Known extends string>(known: readonly Known[], value: unknown, otherwise: Known): Known {
  return known.find((candidate) => candidate === value) ?? otherwise
}

export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function listOf(value: unknown): readonly string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
  return list.length === 0 ? undefined : list
}

function single(values: string[]): string | string[] {
  const [first, ...rest] = values
  return first !== undefined && rest.length === 0 ? first : values
}
