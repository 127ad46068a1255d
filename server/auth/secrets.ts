// The installation's one secret and the keys made of it: each purpose gets its own by HKDF, so that one key tells nothing
// about another. What is stored enciphered (tokens of partners) is AES-256-GCM: byte 0 names the key, then 12 bytes of
// random nonce, the cipher text, and 16 bytes of tag.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Secrets = {
  /** Signs session cookies. */
  readonly sessionKey: string
  /** `context` (such as a connection's id) is bound to the text: deciphering under another one fails. */
  readonly encipher: (text: string, context?: string) => Buffer
  /** Throws where the bytes were changed, belong to another context, or were written under an unknown secret. */
  readonly decipher: (sealed: Uint8Array, context?: string) => string
}

export type SecretSource = {
  /** MAHNWERK_SECRET: at least 32 characters. Without it a secret is kept in the data directory. */
  readonly secret?: string | undefined
  /** MAHNWERK_SECRET_BEFORE: the secret before the last change; still deciphers what was written under it. */
  readonly before?: string | undefined
  readonly dataDir: string
}

const SHORTEST = 32
const NONCE = 12
const TAG = 16

export async function loadSecrets({ secret, before, dataDir }: SecretSource): Promise<Secrets> {
  const current = secret ?? (await keptSecret(dataDir))
  return createSecrets(current, before === undefined ? [] : [before])
}

/** Throws where a secret is too short to be one. */
export function createSecrets(current: string, earlier: readonly string[] = []): Secrets {
  const writing = sealingKey(current)
  const reading = [writing, ...earlier.map(sealingKey)]
  return {
    sessionKey: derive(current, 'sessions').toString('base64url'),
    encipher: (text, context = '') => seal(writing, text, context),
    decipher: (sealed, context = '') => open(reading, Buffer.from(sealed), context),
  }
}

type SealingKey = { readonly id: number; readonly key: Buffer }

function sealingKey(secret: string): SealingKey {
  return { id: derive(secret, 'stored tokens: id').readUInt8(0), key: derive(secret, 'stored tokens') }
}

function derive(secret: string, purpose: string): Buffer {
  if (secret.length < SHORTEST) throw new RangeError(`MAHNWERK_SECRET muss mindestens ${SHORTEST} Zeichen lang sein.`)
  return Buffer.from(hkdfSync('sha256', secret, 'mahnwerk', purpose, 32))
}

function seal({ id, key }: SealingKey, text: string, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(id), nonce, body, cipher.getAuthTag()])
}

function open(keys: readonly SealingKey[], sealed: Buffer, context: string): string {
  if (sealed.length < 1 + NONCE + TAG) throw new RangeError('enciphered text is too short')
  // Two secrets share an id once in 256 times; the tag tells which one it was.
  const fitting = keys.filter(({ id }) => id === sealed[0])
  const texts = fitting.map(({ key }) => tryOpen(key, sealed, context))
  const text = texts.find((one) => one !== undefined)
  if (text === undefined) {
    throw new Error(fitting.length === 0 ? 'enciphered under an unknown secret' : 'enciphered text was changed')
  }
  return text
}

function tryOpen(key: Buffer, sealed: Buffer, context: string): string | undefined {
  const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  opener.setAAD(Buffer.from(context))
  opener.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([opener.update(sealed.subarray(1 + NONCE, -TAG)), opener.final()]).toString('utf8')
  } catch {
    return undefined // the tag does not fit: the caller says so
  }
}

/** The secret beside the data; of several processes starting at once the first one's holds. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'mahnwerk.secret')
  await mkdir(dataDir, { recursive: true })
  const found = await readFile(file, 'utf8').catch(absent)
  if (found !== undefined) return found.trim()
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return (await readFile(file, 'utf8')).trim()
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
