// Chance that repeats: every draw is a hash of the seed and of what is drawn for, so that a run gives the same world
// again, whatever the order in which things are asked.

/** A number from 0 (inclusive) to 1 (exclusive), the same for the same texts. */
export function draw(seed: string, ...about: readonly (string | number)[]): number {
  return mix(hash([seed, ...about].join('\u0000'))) / 2 ** 32
}

/** A whole number from `from` to `to`, both inclusive. */
export function drawBetween(from: number, to: number, seed: string, ...about: readonly (string | number)[]): number {
  return from + Math.floor(draw(seed, ...about) * (to - from + 1))
}

// FNV-1a, 32 bits, over UTF-16 code units.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

// The last round of murmur3, so that texts that differ in one letter fall far apart.
function mix(value: number): number {
  let it = value
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b)
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35)
  return (it ^ (it >>> 16)) >>> 0
}
