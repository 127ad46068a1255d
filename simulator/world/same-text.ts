// Compares secrets without telling by its time where they differ.

import { createHash, timingSafeEqual } from 'node:crypto'

export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
