// Reads the cookies that better-auth signed (HMAC-SHA-256 over the value), without asking it: that would cost queries.

import { createHmac, timingSafeEqual } from 'node:crypto'

/** The value of a signed cookie, or undefined where it is missing or its signature does not fit. */
export function signedCookie(headers: Headers, name: string, secret: string): string | undefined {
  const text = cookieOf(headers, name)
  const dot = text?.lastIndexOf('.') ?? -1
  if (text === undefined || dot < 1) return undefined
  const [value, signature] = [text.slice(0, dot), text.slice(dot + 1)]
  const expected = createHmac('sha256', secret).update(value).digest('base64')
  return same(signature, expected) ? value : undefined
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? undefined : decode(found.slice(name.length + 1))
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined // no cookie of ours
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
