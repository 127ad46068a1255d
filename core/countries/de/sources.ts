// How German sources are cited: "§ 288 Abs. 1 BGB". Where nothing else is said, the text of the statute was read.

import type { Confidence, Source } from '../../facts/index.ts'

export function bgb(section: string, confidence: Confidence = 'high', note?: string): Source {
  return cited(`${section} BGB`, confidence, note)
}

export function cited(citation: string, confidence: Confidence = 'high', note?: string): Source {
  return note === undefined ? { citation, confidence } : { citation, confidence, note }
}
