import { describe, expect, test } from 'vitest'
import { readApart } from './apart.ts'
import { readEnvelope } from './envelope.ts'
import { whyUnreadable } from './unreadable.ts'

const HEAD = 'From: Jonas <jonas@example.org>\r\nSubject: Hallo\r\nMIME-Version: 1.0\r\n'
const mail = (rest: string): Buffer => Buffer.from(HEAD + rest)

const LETTER = mail('\r\nGuten Tag')
const NESTED = mail(
  Array.from(
    { length: 300 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  ).join(''),
)
/** So many parts that reading them takes minutes. */
const CROWDED = mail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(2_000_000)}`)
/** Nothing but ends of lines: each of them takes much more memory than itself. */
const EMPTY_LINES = mail(`\r\n${'\r\n'.repeat(3_000_000)}`)

test('a letter is read as anywhere, its files included', async () => {
  const parts =
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nAnbei.\r\n--b\r\nContent-Type: image/png\r\n'
  const read = await readApart()(
    mail(`${parts}Content-Disposition: attachment; filename=a.png\r\n\r\nPNG\r\n--b--\r\n`),
  )
  expect(read).toMatchObject({ subject: 'Hallo', text: 'Anbei.', files: [{ name: 'a.png', mediaType: 'image/png' }] })
  expect(Buffer.from(read?.files[0]?.bytes ?? []).toString()).toBe('PNG\n')
})

describe('a mail that does harm ends no more than its own reading:', () => {
  test.each([
    ['its structure has no end', NESTED, {}, 'structure'],
    ['it takes too long', CROWDED, { patienceMs: 300 }, 'slow'],
    ['it takes too much memory', EMPTY_LINES, { memoryMib: 64 }, 'heavy'],
  ])('%s', async (_what, raw, options, why) => {
    const read = readApart(options)
    const [broken, next] = [read(raw), read(LETTER)]
    expect(whyUnreadable(await broken.catch((error: unknown) => error))).toBe(why)
    expect(await next).toMatchObject({ subject: 'Hallo' })
  })
})

test('a thread that cannot be had is not the mail’s fault', async () => {
  const read = readApart({ thread: new URL('./no-such-file.ts', import.meta.url) })
  const error: unknown = await read(LETTER).catch((caught: unknown) => caught)
  expect([error instanceof Error, whyUnreadable(error)]).toEqual([true, undefined])
})

test.each([
  ['a row of brackets', '<'.repeat(400_000)],
  ['styles without an end', '<style>'.repeat(100_000)],
  ['tags without an end', '<a '.repeat(200_000)],
])('HTML that is made to be slow is not: %s', async (_what, html) => {
  const read = readApart({ patienceMs: 5_000 })
  expect(await read(mail(`Content-Type: text/html\r\n\r\n${html}`))).toMatchObject({ subject: 'Hallo' })
})

describe('of a mail that cannot be read its envelope is', () => {
  test('read, whatever its structure is', async () => {
    const envelope = await readEnvelope(NESTED)
    expect(envelope).toMatchObject({
      from: { name: 'Jonas', address: 'jonas@example.org' },
      subject: 'Hallo',
      text: '',
    })
  })

  test('read as far as it goes', async () => {
    const long = Buffer.from(`Subject: =?utf-8?q?R=C3=BCckfrage?=\r\nX-Long: ${'x'.repeat(3_000_000)}\r\n\r\nText`)
    expect(await readEnvelope(long)).toMatchObject({ subject: 'Rückfrage' })
    expect(await readEnvelope(Buffer.alloc(100))).toMatchObject({ subject: '', answers: [] })
  })
})
