// Amounts as programs write them: 1.234,56 and 1,234.56, with blanks or apostrophes between thousands, with € or EUR,
// with the minus behind. A cell alone may be readable in two ways (1.234); the other cells of its column decide.

export type DecimalMark = 'comma' | 'point'

export type ReadAmount =
  /** Decimal text with a dot; `mark` where the cell shows which decimal mark it uses. */
  | { readonly kind: 'sure'; readonly decimal: string; readonly mark?: DecimalMark }
  /** Digits before a lone mark that three digits follow: thousands or decimals. */
  | { readonly kind: 'either'; readonly byComma: string; readonly byPoint: string }

/** Undefined where the cell is no amount. */
export function readAmount(cell: string): ReadAmount | undefined {
  const { sign, bare } = signed(cell.replace(/[\s\u00a0\u202f]|€|EUR|Euro/gi, '').replace('−', '-'))
  const digits = bare.replace(/(?<=\d)['’](?=\d{3})/g, '')
  if (/^\d+$/.test(digits)) return { kind: 'sure', decimal: sign + digits }
  const lone = /^(\d+)([.,])(\d+)$/.exec(digits)
  if (lone) return readLone(sign, lone[1] ?? '', lone[2] ?? '', lone[3] ?? '')
  return readGrouped(sign, digits)
}

/** The decimal text of a cell in a column with this mark; undefined where it stays readable in two ways. */
export function decimalOf(read: ReadAmount, mark: DecimalMark | undefined): string | undefined {
  if (read.kind === 'sure') return read.decimal
  if (mark === undefined) return undefined
  return mark === 'comma' ? read.byComma : read.byPoint
}

/** The decimal mark of a column; undefined where no cell shows it or cells contradict each other. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | undefined {
  const marks = new Set<DecimalMark>()
  for (const cell of cells) {
    const read = cell === '' ? undefined : readAmount(cell)
    if (read?.kind === 'sure' && read.mark !== undefined) marks.add(read.mark)
  }
  const [only] = marks
  return marks.size === 1 ? only : undefined
}

// "12,00-" and "(12,00)" are how accounting programs write a minus.
function signed(text: string): { readonly sign: string; readonly bare: string } {
  const negative = /^-|-$|^\(.*\)$/.test(text)
  return { sign: negative ? '-' : '', bare: text.replace(/^[+-]|-$|[()]/g, '') }
}

function readLone(sign: string, whole: string, mark: string, fraction: string): ReadAmount {
  const isThousands = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  if (!isThousands)
    return { kind: 'sure', decimal: `${sign}${whole}.${fraction}`, mark: mark === ',' ? 'comma' : 'point' }
  const [grouped, fractional] = [sign + whole + fraction, `${sign}${whole}.${fraction}`]
  return mark === ','
    ? { kind: 'either', byComma: fractional, byPoint: grouped }
    : { kind: 'either', byComma: grouped, byPoint: fractional }
}

function readGrouped(sign: string, digits: string): ReadAmount | undefined {
  if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(digits)) {
    return { kind: 'sure', decimal: sign + digits.replaceAll('.', '').replace(',', '.'), mark: 'comma' }
  }
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)) {
    return { kind: 'sure', decimal: sign + digits.replaceAll(',', ''), mark: 'point' }
  }
  return undefined
}
