// How values of PostgreSQL arrive in the program: money and counts as safe integers, decimals and days as text,
// moments as ISO instants in UTC. The driver's own choices lose a day in Berlin and digits in large numbers.
import pg from 'pg'

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const TIMESTAMPTZ = 1184
const INTERVAL = 1186
const UUID = 2950
// An array type has a number of its own.
const INT8_ARRAY = 1016
const NUMERIC_ARRAY = 1231
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185
const UUID_ARRAY = 2951

/** Throws beyond 2^53: a number that large is a fault, never to be rounded. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond the safe integers: ${text}`)
  return value
}

/** ISO 8601 in UTC with milliseconds; microseconds are cut off. Throws on infinity, which the program cannot hold. */
function isoInstant(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const asText = (text: string): string => text

type Parse = (text: string) => unknown
type ParseArray = (text: string, entry: (text: string | null) => unknown) => { parse(): unknown[] }

// The declaration calls it a function, the package exports { create }.
const { create: parseArray } = pg.types.arrayParser as unknown as { create: ParseArray }

function arrayOf(parse: Parse): Parse {
  return (text) => parseArray(text, (entry) => (entry === null ? null : parse(entry))).parse()
}

const PARSERS = new Map<number, Parse>([
  [INT8, safeInteger],
  [NUMERIC, asText],
  [DATE, asText],
  [TIMESTAMPTZ, isoInstant],
  [INTERVAL, asText],
  [UUID, asText],
  [INT8_ARRAY, arrayOf(safeInteger)],
  [NUMERIC_ARRAY, arrayOf(asText)],
  [DATE_ARRAY, arrayOf(asText)],
  [TIMESTAMPTZ_ARRAY, arrayOf(isoInstant)],
  [UUID_ARRAY, arrayOf(asText)],
])

function getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parse {
  const own = format === 'text' ? PARSERS.get(oid) : undefined
  const theirs: unknown = pg.types.getTypeParser(oid, format)
  return own ?? (theirs as Parse) // the driver's declaration says any
}

/** For the `types` option of pg's pools and clients. */
export const typeParsers: pg.CustomTypesConfig = { getTypeParser }
