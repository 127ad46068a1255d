// One text for one content (RFC 8785): JSON with the keys of every object in code-unit order, no blanks, members that are
// undefined left out. What is hashed and what is compared is this text. Its numbers are whole, so that their writing raises
// no question.

/** Throws where a value has no JSON text: a number that is not finite, an undefined in a list, a function. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') return objectJson(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a JSON number')
  const text = JSON.stringify(value) as string | undefined // the library's type leaves out what it does with undefined
  if (text === undefined) throw new TypeError(`not a JSON value: ${typeof value}`)
  return text
}

function objectJson(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
