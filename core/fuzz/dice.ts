// Chance that can be repeated: the same seed throws the same dice on every machine. No cryptography, only even spread
// (a 32-bit counter, mixed by multiplications and shifts).

import { type LocalDate, fromEpochDay } from '../calendar/index.ts'
import { type Minor, minor } from '../money/index.ts'

const STEP = 0x9e3779b9
const TWO_TO_32 = 0x1_0000_0000

export class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** A whole number, both ends included; the span stays below 2^32. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.part() * (to - from + 1))
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.part() * 100 < percent
  }

  /** One of several; throws where there is none. */
  one<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to choose from')
    return item
  }

  /** Up to so many of something. */
  some<Item>(most: number, make: () => Item): readonly Item[] {
    return Array.from({ length: this.whole(0, most) }, make)
  }

  /** Cents from 1 to a most, small sums as often as large ones. */
  amount(most: number): Minor {
    const magnitude = 10 ** (this.part() * Math.log10(most))
    return minor(Math.min(most, Math.max(1, Math.floor(magnitude * (1 + this.part())))))
  }

  /** A day between two days, counted from 1970-01-01, both included. */
  day(from: number, to: number): LocalDate {
    return fromEpochDay(this.whole(from, Math.max(from, to)))
  }

  // From 0 up to, not including, 1.
  private part(): number {
    this.state = (this.state + STEP) | 0
    let mixed = this.state ^ (this.state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / TWO_TO_32
  }
}
