// Every reminder, looked at by programs that know nothing of us. Where a machine lacks them these tests are skipped and say which:
// `apt-get install poppler-utils qpdf zbar-tools` brings them. dunning.test.ts promises the same without them.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeLetters, renderLetter } from './index.ts'
import { EVERY_LETTER, type Written, mustSay, plain, transferOf, written } from './testing/index.ts'
import { type Word, missingPrograms, outside, wordsOf } from './testing/outside.ts'

const missing = missingPrograms()
const lacking = missing.length === 0 ? '' : `, which needs ${missing.join(', ')}`

describe.skipIf(missing.length > 0)(`read from outside${lacking}`, () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'letters-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await closeLetters()
  })

  describe.each(EVERY_LETTER)('$name', (of) => {
    let made: Written
    let file: string
    beforeAll(async () => {
      made = written(of)
      file = join(folder, `${of.name}.pdf`)
      await writeFile(file, await renderLetter(made.letter))
    })

    test.concurrent('qpdf finds nothing wrong with the file', async () => {
      expect(await outside('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
    })

    test.concurrent('pdftotext finds every statement that must be made', async () => {
      const text = plain(await outside('pdftotext', '-raw', file, '-'))
      expect(mustSay(made).filter((said) => !text.includes(said))).toEqual([])
    })

    test.concurrent('its address lies in the window, word by word', async () => {
      const words = (await wordsOf(file)).filter(isNearWindow)
      const said = plain(words.map(({ text }) => text).join(' '))
      const { recipient, head } = made.letter
      expect(said).toBe(plain([head.returnAddress, ...recipient].join(' ')))
      expect(words.filter((word) => !isInWindow(word))).toEqual([])
    })

    test.concurrent('zbarimg reads the transfer from the printed page', async () => {
      await outside('pdftoppm', '-r', '150', '-gray', '-l', '1', '-singlefile', file, file)
      const told = await outside('zbarimg', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', `${file}.pgm`)
      expect(told.replace(/\n$/, '')).toBe(transferOf(made))
    })

    test.concurrent('every font comes with it, and it is tagged PDF/A-3a', async () => {
      const [, , ...fonts] = (await outside('pdffonts', file)).trim().split('\n')
      expect(fonts.length).toBeGreaterThan(0)
      expect(fonts.filter((line) => !/\s+yes yes (yes|no)\s+\d+\s+\d+$/.test(line))).toEqual([])
      expect(await outside('pdfinfo', file)).toMatch(/Tagged: +yes/)
      const meta = await outside('pdfinfo', '-meta', file)
      expect(meta).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    })
  })
})

/** Whatever stands at the left between letterhead and subject. */
function isNearWindow({ left, top }: Word): boolean {
  return left < 115 && top > 35 && top < 95
}

/** DIN 5008 form B, in millimetres: 85 wide and 45 high. */
function isInWindow({ left, top, right, bottom }: Word): boolean {
  return left >= 20 && right <= 105 && top >= 45 && bottom <= 90
}
