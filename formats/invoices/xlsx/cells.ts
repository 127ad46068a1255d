// Typed cells of a spreadsheet as text that can be read in one way only: whole numbers as digits, other numbers with a
// decimal comma and never exactly three places (which could be thousands), days as ISO text.

/** A number comes as `{ number }`: its text as it stands in the file, before any rounding. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim()
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'object' && cell !== null && 'number' in cell) return numberText(String(cell.number))
  return typeof cell === 'boolean' ? String(cell) : ''
}

// A spreadsheet computes with 15 digits and stores up to 17: 119.99999999999999 is shown, and meant, as 120.
function numberText(raw: string): string {
  const rounded = Number(Number(raw).toPrecision(15))
  if (!Number.isFinite(rounded)) return raw
  if (Number.isInteger(rounded) && Math.abs(rounded) < 1e15) return String(rounded)
  const [whole = '', fraction = ''] = plain(rounded).split('.')
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`
}

function plain(value: number): string {
  return /e/.test(String(value)) ? value.toFixed(12) : String(value)
}
