// Bytes of a text file to text. German programs write UTF-8 or Windows-1252 and do not say which, Excel also UTF-16:
// by byte order mark, else UTF-8 if every byte fits, else Windows-1252, which always fits.

export type Decoded = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodedAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodedAs('utf-16be', bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decodedAs('windows-1252', bytes)
  }
}

function decodedAs(encoding: Decoded['encoding'], bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
