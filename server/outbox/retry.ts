// When a message is tried again: quickly at first, then over days, then never (a person looks). With some spread, so
// that a partner who comes back is not met by everybody at once.

const SECONDS = [2, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600, 24 * 3600]

/** Seconds until the next try after `attempts` tries, or undefined when it is given up (after about four days). */
export function retryAfter(attempts: number, spread: number): number | undefined {
  const seconds = SECONDS[attempts - 1]
  return seconds === undefined ? undefined : seconds * (0.9 + 0.2 * spread)
}
