// Which character separates the cells: the one that cuts most of the first lines into the same number of cells.

const CANDIDATES = [';', '\t', ',', '|'] as const

/** The delimiter; undefined where no character cuts two lines alike, so the text is no table. */
export function delimiterOf(text: string): string | undefined {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (stated !== undefined) return stated
  const lines = firstLines(text)
  const counts = CANDIDATES.map((candidate) => ({ candidate, agreeing: agreement(lines, candidate) }))
  const best = counts.toSorted((a, b) => b.agreeing - a.agreeing)[0]
  return best !== undefined && best.agreeing > 0 ? best.candidate : undefined
}

// Quoted cells are taken out first, so that a delimiter inside a text does not count.
function firstLines(text: string): string[] {
  return text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r\n|\n|\r/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '')
}

// Lines of the most frequent cell count, weighed by the cells: three lines of five cells beat three of two.
function agreement(lines: readonly string[], delimiter: string): number {
  const cells = lines.map((line) => line.split(delimiter).length).filter((count) => count > 1)
  const frequencies = new Map<number, number>()
  for (const count of cells) frequencies.set(count, (frequencies.get(count) ?? 0) + 1)
  const scores = [...frequencies].map(([count, times]) => (times >= 2 ? times * 1000 + count : 0))
  return Math.max(0, ...scores)
}
