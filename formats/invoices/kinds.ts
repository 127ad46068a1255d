// What a file is, by its content: names and extensions are not believed.

export type FileKind =
  | { readonly kind: 'xml' | 'pdf' | 'text' | 'zip' | 'empty' }
  | { readonly kind: 'other'; readonly name: string }

/** Looks at the first kilobyte and, for a ZIP, at the names inside. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { kind: 'empty' }
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (head.startsWith('PK\u0003\u0004')) return { kind: 'zip' }
  const other = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (other !== undefined) return { kind: 'other', name: other[1] }
  const start = head
    .replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (start === '' && bytes.length <= 1024) return { kind: 'empty' }
  if (start.startsWith('<')) return { kind: 'xml' }
  return isText(bytes) ? { kind: 'text' } : { kind: 'other', name: 'binary' }
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\u00D0\u00CF\u0011\u00E0', 'xls'], // the container of Excel, Word and Outlook before 2007
  ['\u0089PNG', 'png'],
  ['\u00FF\u00D8\u00FF', 'jpeg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['{\\rtf', 'rtf'],
  ['\u001F\u008B', 'gzip'],
  [':20:', 'mt940'],
  ['EXTF;', 'datev'],
  ['"EXTF";', 'datev'],
]

/** What a ZIP holds, by the names in it: they stand unpacked in the local headers. */
export function zipKindOf(bytes: Uint8Array): string {
  const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-65_536))
  if (names.includes('xl/')) return 'xlsx'
  if (names.includes('opendocument')) return 'ods'
  if (names.includes('word/')) return 'docx'
  return 'zip'
}

// Text has no NUL but in UTF-16, where it has a byte order mark, and next to no other control characters.
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const sample = bytes.subarray(0, 4096)
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return !sample.includes(0) && controls * 100 <= sample.length
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
