// pdf-lib unpacks the streams that hold objects or the cross-reference table while it opens a file, without any limit:
// a megabyte can become a gigabyte. It has no setting for it, so the two functions by which it opens such streams are
// replaced here by ones that unpack step by step first and give up in time.

import {
  type PDFContext,
  type PDFRawStream,
  PDFArray,
  PDFName,
  PDFNumber,
  PDFObjectStreamParser,
  PDFXRefStreamParser,
  decodePDFRawStream,
} from 'pdf-lib'

/** For all such streams of one file together; ordinary files stay below a tenth. */
const UNPACKED_BYTES_MAX = 60_000_000
const OBJECTS_MAX = 300_000
const FIELD_BYTES_MAX = 32

const unpackedBytes = new WeakMap<PDFContext, number>()

const openObjects = PDFObjectStreamParser.forStream
const openReferences = PDFXRefStreamParser.forStream

PDFObjectStreamParser.forStream = (stream, shouldWaitForTick) => {
  account(stream)
  return openObjects(stream, shouldWaitForTick)
}

PDFXRefStreamParser.forStream = (stream) => {
  account(stream)
  return openReferences(stream)
}

function account(stream: PDFRawStream): void {
  const { context } = stream.dict
  const before = unpackedBytes.get(context) ?? 0
  const left = Math.max(0, UNPACKED_BYTES_MAX - before)
  const bytes = left === 0 ? 1 : decodePDFRawStream(stream).getBytes(left + 1).length
  unpackedBytes.set(context, before + bytes)
  if (bytes > left) throw new RangeError('unpacks to too much')
  if (objectsIn(stream) > OBJECTS_MAX) throw new RangeError('names too many objects')
  if (Math.max(0, ...numbersIn(stream, 'W')) > FIELD_BYTES_MAX) throw new RangeError('fields too wide')
}

// How many objects a stream says it describes; the library believes it.
function objectsIn(stream: PDFRawStream): number {
  const counts = numbersIn(stream, 'Index').filter((_count, at) => at % 2 === 1)
  const sum = counts.reduce((total, count) => total + count, 0)
  return Math.max(sum, ...numbersIn(stream, 'Size'), ...numbersIn(stream, 'N'))
}

function numbersIn({ dict }: PDFRawStream, key: string): number[] {
  const value = dict.lookup(PDFName.of(key))
  const items = value instanceof PDFArray ? value.asArray() : [value]
  return items.map((item) => (item instanceof PDFNumber ? item.asNumber() : 0))
}
