// As much of IMAP4rev1 (RFC 3501, UIDPLUS, MOVE) as someone needs who fetches mail: one session is one connection.

import type { Server, Socket } from 'node:net'
import { type Command, commandReader, folderNameIn, folderNameOut } from './imap-words.ts'
import { type Folder, type Letter, type Mailboxes, remove } from './mailboxes.ts'

export type ImapHouse = { readonly mailboxes: Mailboxes; readonly password: string }

/** Returns the connections that are open. */
export function serveImap(server: Server, house: ImapHouse): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  // A TLS server tells of connections only when they are encrypted.
  server.on(isTls(server) ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    greet(socket, house)
  })
  return sockets
}

function isTls(server: Server): boolean {
  return 'setSecureContext' in server
}

type Session = { address?: string; folder?: Folder; readOnly: boolean }

function greet(socket: Socket, house: ImapHouse): void {
  const session: Session = { readOnly: false }
  const say = (line: string | Buffer): void => void socket.write(line)
  const read = commandReader(
    (command) => {
      const told = answer(command, session, house, say)
      say(`${command.tag} ${told}\r\n`)
      if (command.name === 'LOGOUT') socket.end()
    },
    () => say('+ go on\r\n'),
  )
  socket.on('data', (data: Buffer) => read(data))
  say('* OK IMAP4rev1 ready\r\n')
}

type Say = (line: string | Buffer) => void

/** Carries a command out; returns the line that ends it, without its tag. */
function answer(command: Command, session: Session, house: ImapHouse, say: Say): string {
  const { name, words } = command
  switch (name) {
    case 'CAPABILITY':
      say('* CAPABILITY IMAP4rev1 UIDPLUS MOVE\r\n')
      return 'OK done'
    case 'NOOP':
    case 'CHECK':
      return 'OK done'
    case 'LOGOUT':
      say('* BYE until next time\r\n')
      return 'OK done'
    case 'LOGIN':
      return logIn(words, session, house)
    default:
      return session.address === undefined ? 'NO log in first' : within(command, session, session.address, house, say)
  }
}

function logIn([user = '', password]: readonly string[], session: Session, house: ImapHouse): string {
  if (password !== house.password) return 'NO [AUTHENTICATIONFAILED] wrong user or password'
  session.address = user
  return 'OK welcome'
}

function within(command: Command, session: Session, address: string, { mailboxes }: ImapHouse, say: Say): string {
  const { name, words } = command
  const [first = '', second = ''] = words
  switch (name) {
    case 'LIST':
    case 'LSUB':
      for (const folder of mailboxes.folders(address)) {
        if (matches(folder.name, folderNameIn(second))) say(`* ${name} () "/" "${folderNameOut(folder.name)}"\r\n`)
      }
      return 'OK done'
    case 'CREATE':
      mailboxes.make(address, folderNameIn(first))
      return 'OK made'
    case 'SELECT':
    case 'EXAMINE':
      return select(mailboxes.folder(address, folderNameIn(first)), session, name === 'EXAMINE', say)
    case 'CLOSE':
    case 'UNSELECT':
      delete session.folder
      return 'OK done'
    default:
      if (session.folder === undefined) return 'BAD no folder is open'
      return inFolder(command, session.folder, { ...session, address, mailboxes, say })
  }
}

// % and * stand for anything here: there are no folders within folders.
function matches(name: string, pattern: string): boolean {
  return pattern === name || pattern.includes('*') || pattern.includes('%')
}

function select(folder: Folder | undefined, session: Session, readOnly: boolean, say: Say): string {
  if (folder === undefined) return 'NO [NONEXISTENT] no such folder'
  session.folder = folder
  session.readOnly = readOnly
  say('* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)\r\n')
  say(`* ${folder.letters.length} EXISTS\r\n* 0 RECENT\r\n`)
  say(`* OK [UIDVALIDITY ${folder.validity}] valid\r\n* OK [UIDNEXT ${folder.next}] next\r\n`)
  return readOnly ? 'OK [READ-ONLY] open' : 'OK [READ-WRITE] open'
}

type Inside = { readonly address: string; readonly mailboxes: Mailboxes; readonly readOnly: boolean; readonly say: Say }

function inFolder({ name, words }: Command, folder: Folder, inside: Inside): string {
  const { say } = inside
  const [set = '', what = '', ...rest] = words
  switch (name) {
    case 'UID SEARCH':
      say(`* SEARCH ${found(folder, words).join(' ')}\r\n`)
      return 'OK done'
    case 'UID FETCH':
      return fetch(inSet(folder, set), folder, [what, ...rest].join(' '), say)
    case 'UID STORE':
    case 'UID EXPUNGE':
    case 'UID MOVE':
      return inside.readOnly ? 'NO [READ-ONLY] nothing is changed' : changed(name, folder, words, inside)
    default:
      return 'BAD not known here'
  }
}

function fetch(letters: readonly Letter[], folder: Folder, items: string, say: Say): string {
  const cannot = (spoilt: Letter['spoilt']): boolean => items.includes(spoilt === 'all' ? '[' : '[]')
  if (letters.some(({ spoilt }) => spoilt !== undefined && cannot(spoilt))) return 'NO the message cannot be converted'
  for (const letter of letters) say(fetched(folder, letter, items))
  return 'OK done'
}

function changed(name: string, folder: Folder, words: readonly string[], inside: Inside): string {
  const [set = '', what = '', ...rest] = words
  const letters = inSet(folder, set)
  const uids = letters.map(({ uid }) => uid)
  if (name === 'UID STORE') {
    const flags = rest.join(' ').match(/\\?\w+/g) ?? []
    for (const letter of letters) for (const flag of flags) letter.flags[what.startsWith('-') ? 'delete' : 'add'](flag)
    return 'OK done'
  }
  if (name === 'UID EXPUNGE') {
    leave(
      folder,
      letters.filter(({ flags }) => flags.has('\\Deleted')),
      inside.say,
    )
    return 'OK done'
  }
  const to = inside.mailboxes.folder(inside.address, folderNameIn(what))
  if (to === undefined) return 'NO [TRYCREATE] no such folder'
  const places = uids.map((uid) => placeOf(folder, uid))
  const moved = inside.mailboxes.move(uids, folder, to)
  inside.say(
    `* OK [COPYUID ${to.validity} ${moved.map(([uid]) => uid).join(',')} ${moved.map(([, uid]) => uid).join(',')}] moved\r\n`,
  )
  for (const place of places.toReversed()) inside.say(`* ${place} EXPUNGE\r\n`)
  return 'OK done'
}

// From the last to the first: each one's place is still what it was.
function leave(folder: Folder, letters: readonly Letter[], say: Say): void {
  for (const { uid } of letters.toReversed()) {
    say(`* ${placeOf(folder, uid)} EXPUNGE\r\n`)
    remove(folder, [uid])
  }
}

function placeOf(folder: Folder, wanted: number): number {
  return folder.letters.findIndex(({ uid }) => uid === wanted) + 1
}

/** Of the criteria there are UID <set>, SINCE <day> and ALL; another one is a broken assumption of whoever asks. */
function found(folder: Folder, words: readonly string[]): readonly number[] {
  let letters: readonly Letter[] = folder.letters
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    switch (word.toUpperCase()) {
      case 'UID':
        letters = inSet({ ...folder, letters: [...letters] }, rest.shift() ?? '')
        break
      case 'SINCE':
        letters = letters.filter(({ at }) => at >= new Date(`${rest[0]} UTC`))
        rest.shift()
        break
      case 'ALL':
        break
      default:
        throw new Error(`this post office does not search for ${word}`)
    }
  }
  return letters.map(({ uid }) => uid)
}

// `*` is the highest; a range may be written either way round.
function inSet(folder: Folder, set: string): Letter[] {
  const highest = folder.letters.at(-1)?.uid ?? 0
  const numberOf = (text: string | undefined): number => (text === '*' ? highest : Number(text))
  const ranges = set.split(',').map((part) => {
    const [from, to = from] = part.split(':')
    return [numberOf(from), numberOf(to)].toSorted((a, b) => a - b)
  })
  return folder.letters.filter(({ uid }) => ranges.some(([from = 0, to = 0]) => uid >= from && uid <= to))
}

function fetched(folder: Folder, { uid, raw, flags, at }: Letter, items: string): Buffer {
  const parts: (string | Buffer)[] = [`* ${placeOf(folder, uid)} FETCH (UID ${uid}`]
  if (items.includes('FLAGS')) parts.push(` FLAGS (${[...flags].join(' ')})`)
  if (items.includes('RFC822.SIZE')) parts.push(` RFC822.SIZE ${raw.byteLength}`)
  if (items.includes('INTERNALDATE')) parts.push(` INTERNALDATE "${internalDate(at)}"`)
  if (items.includes('[HEADER]')) {
    const head = raw.subarray(0, raw.indexOf('\r\n\r\n') + 4)
    parts.push(` BODY[HEADER] {${head.byteLength}}\r\n`, head)
  }
  if (items.includes('[]')) parts.push(` BODY[] {${raw.byteLength}}\r\n`, raw)
  return Buffer.concat([...parts, ')\r\n'].map((part) => Buffer.from(part)))
}

function internalDate(at: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /(\d\d) (\w{3}) (\d{4}) ([\d:]{8})/.exec(at.toUTCString()) ?? []
  return `${day}-${month}-${year} ${time} +0000`
}
