// What can be said of a mail that cannot be read as a whole: its plainest headers, a short piece of each, read on their own.

import { type IncomingMail, readMail } from './incoming.ts'

const NAMES = /^(from|to|subject|date|message-id|in-reply-to|references|delivered-to|x-original-to|envelope-to):/i
const HEAD_BYTES = 64 * 1024
const LINE_SIGNS = 2_000

/** Never throws; of a mail that says nothing of itself there is an empty one. */
export async function readEnvelope(raw: Uint8Array): Promise<IncomingMail> {
  const head = Buffer.from(raw.subarray(0, HEAD_BYTES)).toString('latin1')
  const lines = head
    .slice(0, endOf(head))
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => NAMES.test(line))
    .map((line) => line.slice(0, LINE_SIGNS))
  const plain = Buffer.from([...lines, '', ''].join('\r\n'), 'latin1')
  return (await readMail(plain).catch(() => undefined)) ?? NOTHING
}

const NOTHING: IncomingMail = { subject: '', text: '', files: [], answers: [], what: { kind: 'letter' } }

function endOf(head: string): number {
  const end = /\r?\n\r?\n/.exec(head)?.index
  return end ?? head.length
}
