// What a client says over IMAP, as commands: lines, with literals ({12} and the bytes after it) where a line cannot hold a word.

export type Command = {
  readonly tag: string
  /** In capitals; UID and its command are one name. */
  readonly name: string
  /** Without quotes; what stands in brackets is one word with them. */
  readonly words: readonly string[]
}

const LITERAL = /\{(\d{1,9})(\+?)\}$/

/** Takes bytes as they come and gives whole commands. `more`: the client waits until it is told to send its literal. */
export function commandReader(whole: (command: Command) => void, more: () => void): (data: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0)
  let line = ''
  let literal: number | undefined
  return (data) => {
    waiting = Buffer.concat([waiting, data])
    for (;;) {
      if (literal !== undefined) {
        if (waiting.byteLength < literal) return
        line += quoted(waiting.subarray(0, literal).toString())
        waiting = waiting.subarray(literal)
        literal = undefined
      }
      const end = waiting.indexOf('\r\n')
      if (end < 0) return
      line += waiting.subarray(0, end).toString()
      waiting = waiting.subarray(end + 2)
      const [all, size, atOnce] = LITERAL.exec(line) ?? []
      if (all !== undefined) {
        line = line.slice(0, -all.length)
        literal = Number(size)
        if (atOnce === '') more()
        continue
      }
      whole(commandOf(line))
      line = ''
    }
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function commandOf(line: string): Command {
  const [tag = '', name = '', ...words] = wordsOf(line)
  const upper = name.toUpperCase()
  if (upper !== 'UID') return { tag, name: upper, words }
  return { tag, name: `UID ${words[0]?.toUpperCase()}`, words: words.slice(1) }
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\([^)]*\)|[^\s"]+)/g)].map(
    ([, inQuotes, plain = '']) => inQuotes?.replace(/\\(.)/g, '$1') ?? plain,
  )
}

/** A folder's name as it travels (RFC 3501, 5.1.3): what is not ASCII as &…- in a base64 of UTF-16. */
export function folderNameIn(wire: string): string {
  return wire.replace(/&([^-]*)-/g, (_all, coded: string) =>
    coded === '' ? '&' : Buffer.from(coded.replaceAll(',', '/'), 'base64').swap16().toString('utf16le'),
  )
}

export function folderNameOut(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, (part) => {
    if (part === '&') return '&-'
    const coded = Buffer.from(part, 'utf16le').swap16().toString('base64')
    return `&${coded.replace(/=+$/, '').replaceAll('/', ',')}-`
  })
}
