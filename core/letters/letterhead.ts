// What a creditor may choose of its letterhead and still be read: a colour whose lines and marks are seen on white paper
// (WCAG 2.2, 1.4.11), and an imprint that fits the foot of a page.

/** The least that lines and marks need beside white. Text is never set in the colour. */
export const ACCENT_CONTRAST_MIN = 3

/** 1 to 21, by WCAG's relative luminance. Undefined where it is no colour such as "#0d5560". */
export function contrastWithWhite(colour: string): number | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (parts === null) return undefined
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => linear(Number.parseInt(hex, 16) / 255))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Rows of the foot below which a page still has its white edge. */
export const IMPRINT_ROWS_MAX = 5
// A quarter of the text's width in the foot's size holds about so many letters.
const LETTERS_A_ROW = 27

/** How many rows the lines take in their column, broken between words. */
export function footRows(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + rowsOf(line), 0)
}

function rowsOf(line: string): number {
  let [rows, filled] = [0, 0]
  for (const word of line.split(/\s+/)) {
    if (rows > 0 && filled + 1 + word.length <= LETTERS_A_ROW) filled += 1 + word.length
    else {
      rows += Math.max(1, Math.ceil(word.length / LETTERS_A_ROW))
      filled = word.length
    }
  }
  return rows
}
