import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSecrets, loadSecrets } from './secrets.ts'

const SECRET = 'a secret of the installation, long enough'
const OTHER = 'another secret of the installation, long enough'

describe('enciphered tokens', () => {
  const secrets = createSecrets(SECRET)

  test('come back as they were and never look the same twice', () => {
    const [first, second] = [secrets.encipher('Schlüssel 1'), secrets.encipher('Schlüssel 1')]
    expect(secrets.decipher(first)).toBe('Schlüssel 1')
    expect(first.equals(second)).toBe(false)
    expect(first.includes('Schl')).toBe(false)
  })

  test('are refused when any one byte was changed', () => {
    const sealed = secrets.encipher('token')
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => secrets.decipher(changed), `byte ${index}`).toThrow()
    }
    expect(() => secrets.decipher(sealed.subarray(0, 20))).toThrow('too short')
  })

  test('are refused under another context', () => {
    const sealed = secrets.encipher('token', 'connection 1')
    expect(secrets.decipher(sealed, 'connection 1')).toBe('token')
    expect(() => secrets.decipher(sealed, 'connection 2')).toThrow('was changed')
    expect(() => secrets.decipher(sealed)).toThrow('was changed')
  })

  test('written under the secret before stay readable, under an unknown one not', () => {
    const sealed = secrets.encipher('token')
    expect(createSecrets(OTHER, [SECRET]).decipher(sealed)).toBe('token')
    expect(() => createSecrets(OTHER).decipher(sealed)).toThrow()
  })
})

test('a short secret is refused', () => {
  expect(() => createSecrets('short')).toThrow('mindestens 32 Zeichen')
})

test('each purpose and each secret has its own key', () => {
  expect(createSecrets(SECRET).sessionKey).not.toBe(createSecrets(OTHER).sessionKey)
  expect(createSecrets(SECRET).sessionKey).toBe(createSecrets(SECRET).sessionKey)
})

describe('the kept secret', () => {
  let dataDir = ''
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mahnwerk-secret-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  test('is made once, also when several processes start together, and only its owner may read it', async () => {
    const all = await Promise.all([loadSecrets({ dataDir }), loadSecrets({ dataDir }), loadSecrets({ dataDir })])
    expect(new Set(all.map(({ sessionKey }) => sessionKey)).size).toBe(1)
    expect((await loadSecrets({ dataDir })).sessionKey).toBe(all[0].sessionKey)
    expect((await stat(join(dataDir, 'mahnwerk.secret'))).mode & 0o777).toBe(0o600)
  })

  test('gives way to the one of the environment', async () => {
    expect((await loadSecrets({ dataDir, secret: SECRET })).sessionKey).toBe(createSecrets(SECRET).sessionKey)
  })
})
