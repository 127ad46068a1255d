// How a kept file is handed to a browser. It came from strangers: it may be looked at, never run. Only what a browser
// shows without scripts is shown in place, everything else is text or a download.

import type { KeptDocument } from './read.ts'

const IN_PLACE: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain'])
const AS_TEXT: ReadonlySet<string> = new Set([
  'application/xml',
  'text/xml',
  'application/json',
  'text/csv',
  'message/rfc822',
])

/** Headers of the answer that carries the file's bytes. */
export function showing(
  { name, mediaType, sha256 }: Pick<KeptDocument, 'name' | 'mediaType' | 'sha256'>,
  download: boolean,
): Record<string, string> {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const inPlace = !download && (IN_PLACE.has(type) || AS_TEXT.has(type))
  return {
    'content-type': inPlace && AS_TEXT.has(type) ? 'text/plain; charset=utf-8' : safeType(type),
    'content-disposition': `${inPlace ? 'inline' : 'attachment'}; ${fileName(name)}`,
    'x-content-type-options': 'nosniff',
    // A browser's PDF view needs no rights of the page; anything that would run has none.
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${sha256}"`,
  }
}

function safeType(type: string): string {
  return IN_PLACE.has(type) || AS_TEXT.has(type) ? type : 'application/octet-stream'
}

// RFC 6266: a plain name for old programs, the real one in UTF-8 for all others.
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
