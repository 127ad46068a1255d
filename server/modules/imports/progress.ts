import type { Progress } from './import.ts'
import type { Line } from './line.ts'

/** What lines add to their import. */
export function progressOf(lines: readonly Pick<Line, 'outcome'>[]): Progress {
  const count = (wanted: Line['outcome']) => lines.filter(({ outcome }) => outcome === wanted).length
  return {
    worked: lines.length,
    accepted: count('accepted'),
    refused: count('refused'),
    alreadyThere: count('already_there'),
  }
}
