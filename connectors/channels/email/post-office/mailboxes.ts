// The mailboxes of a post office that is none: kept in memory, the oldest letters go first when it is full. Whoever is written
// to has a mailbox; name+token@ is delivered to name@, as many providers do.

export type Letter = {
  readonly uid: number
  readonly raw: Buffer
  readonly flags: Set<string>
  readonly at: Date
  /** The office cannot hand it out any more: its headers only, or nothing of it. */
  spoilt?: 'content' | 'all'
}

export type Folder = {
  readonly name: string
  /** Other uids mean other letters once this has changed. */
  readonly validity: number
  next: number
  letters: Letter[]
}

export type Mailboxes = {
  /** Puts a mail into the mailbox of an address, as its server would: who sent it and to whom stands on top. */
  deliver(envelope: { readonly from: string; readonly to: string }, raw: Uint8Array): void
  /** A folder of the mailbox of an address; undefined where it was never made. The inbox is always there. */
  folder(address: string, name: string): Folder | undefined
  folders(address: string): readonly Folder[]
  make(address: string, name: string): Folder
  move(uids: readonly number[], from: Folder, to: Folder): readonly [number, number][]
  /** As after a restore from a backup: the same letters, under other uids. */
  renumber(address: string): void
}

/** Letters of all mailboxes together. */
const LETTERS = 2_000
const BYTES = 64 * 1024 * 1024

export function createMailboxes(now: () => Date, validity = Math.floor(now().getTime() / 1000)): Mailboxes {
  const boxes = new Map<string, Map<string, Folder>>()
  const kept: { readonly folder: Folder; readonly letter: Letter }[] = []
  let bytes = 0
  const box = (address: string): Map<string, Folder> => {
    const owner = address.toLowerCase().replace(/\+[^@]*@/, '@')
    const there = boxes.get(owner) ?? new Map([['INBOX', empty('INBOX', validity)]])
    boxes.set(owner, there)
    return there
  }
  const put = (folder: Folder, raw: Buffer, flags: Iterable<string> = []): number => {
    const letter = { uid: folder.next, raw, flags: new Set(flags), at: now() }
    folder.next += 1
    folder.letters.push(letter)
    kept.push({ folder, letter })
    bytes += raw.byteLength
    while (kept.length > LETTERS || bytes > BYTES) {
      const oldest = kept.shift()
      if (oldest === undefined) break
      bytes -= oldest.letter.raw.byteLength
      remove(oldest.folder, [oldest.letter.uid])
    }
    return letter.uid
  }
  const make = (address: string, name: string): Folder => {
    const folder = box(address).get(nameOf(name)) ?? empty(nameOf(name), validity)
    box(address).set(folder.name, folder)
    return folder
  }
  return {
    deliver: ({ from, to }, raw) => {
      const top = Buffer.from(`Return-Path: <${from}>\r\nDelivered-To: ${to}\r\n`)
      put(make(to, 'INBOX'), Buffer.concat([top, raw]))
    },
    folder: (address, name) => box(address).get(nameOf(name)),
    folders: (address) => [...box(address).values()],
    make,
    move: (uids, from, to) =>
      taken(from, uids).map((letter) => {
        remove(from, [letter.uid])
        return [letter.uid, put(to, letter.raw, letter.flags)] as const
      }),
    renumber: (address) => {
      for (const folder of box(address).values()) {
        const again = { ...empty(folder.name, folder.validity + 1), next: folder.next + 1000 }
        box(address).set(folder.name, again)
        for (const letter of folder.letters) put(again, letter.raw, letter.flags)
      }
    },
  }
}

/** Takes letters out of a folder for good. */
export function remove(folder: Folder, uids: readonly number[]): void {
  folder.letters = folder.letters.filter(({ uid }) => !uids.includes(uid))
}

function taken(folder: Folder, uids: readonly number[]): readonly Letter[] {
  return folder.letters.filter(({ uid }) => uids.includes(uid))
}

function empty(name: string, validity: number): Folder {
  return { name, validity, next: 1, letters: [] }
}

// INBOX is the one name that is written as one likes.
function nameOf(name: string): string {
  return /^inbox$/i.test(name) ? 'INBOX' : name
}
