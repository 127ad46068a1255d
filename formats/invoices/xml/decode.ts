// Bytes of an XML document to text: by byte order mark, else by the declared encoding, else UTF-8. Bytes that are not
// what the declaration says are read as Windows-1252: a name with one odd letter is better than no invoice.

/** Never throws; the text has no byte order mark and no blanks before the first character. */
export function decodeXml(bytes: Uint8Array): string {
  const declared = declaredEncoding(bytes)
  const strict = decodeAs(declared, bytes)
  return (strict ?? decodeAs('windows-1252', bytes) ?? '').replace(/^[\uFEFF\s]+/, '')
}

function declaredEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return 'utf-8'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const label = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  return /^utf-?16/i.test(label) ? 'utf-8' : label // UTF-16 would have shown in the first bytes
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined // an unknown label or bytes that are not in it
  }
}
