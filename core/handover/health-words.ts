// The reason of a claim is read by the debtor and by the agency word for word. A text that tells of an illness or a
// treatment is health data (Art. 9 GDPR; § 203 StGB) and is pointed out before it leaves. A short list of word parts,
// not a classifier: it warns, a person decides.

const PARTS = [
  'diagnos',
  'icd',
  'therap',
  'behandl',
  'krank',
  'syndrom',
  'schmerz',
  'operation',
  'befund',
  'psych',
  'depress',
  'reha',
  'lymph',
  'massage',
  'gymnast',
  'implantat',
  'zahn',
  'infekt',
  'schwanger',
  'logop',
  'ergoth',
  'physio',
  'medik',
  'patient',
]

/** The words of a text that may tell of a person's health, as written. */
export function healthWordsIn(text: string): string[] {
  return text.split(/[^\p{L}\d]+/u).filter((word) => {
    const plain = word.toLowerCase()
    return PARTS.some((part) => plain.includes(part))
  })
}
