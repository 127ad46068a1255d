// One text for one content: JSON with the keys of every object in code-unit order and no blanks (RFC 8785; the protocol
// has whole numbers and texts only, so number formatting raises no question). Hashes are taken over its UTF-8 bytes.

export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  // JSON.parse and our own types make plain objects only.
  const record = value as Readonly<Record<string, unknown>>
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
  return `{${members.join(',')}}`
}

/** SHA-256 in lower-case hex of a text in UTF-8 or of bytes. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** SHA-256 of the canonical text: what both sides note as the hash of a handover. */
export function contentHash(value: unknown): Promise<string> {
  return sha256(canonicalJson(value))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
