// Hashes over the canonical text of a content, in UTF-8.

import { canonicalJson } from '@mahnwerk/core/canonical'

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
