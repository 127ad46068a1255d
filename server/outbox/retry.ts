// When a message is tried again: quickly at first, then hourly, for as long as it takes: a partner that is away for weeks has
// lost nothing, and one that comes back waits an hour at most. After a good day a person is told. With some spread, so that
// it is not met by everybody at once.

const SECONDS = [2, 5, 15, 60, 300, 900, 3600]
const TRIES_UNTIL_LATE = 36

/** Seconds until the next try after `attempts` tries. `spread`: from 0 to 1. */
export function retryAfter(attempts: number, spread: number): number {
  const seconds = SECONDS[Math.min(attempts, SECONDS.length) - 1] ?? 0
  return seconds * (0.9 + 0.2 * spread)
}

/** Whether so many tries are more than a person should wait for without being told. */
export function isLate(attempts: number): boolean {
  return attempts > TRIES_UNTIL_LATE
}
