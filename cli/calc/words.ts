// The terminal's own words around an answer; what the law says comes in the answer itself.

export type Words = {
  readonly perDay: string
  readonly paidOn: (day: string) => string
  readonly lastDay: string
  readonly moves: string
  readonly court: string
  readonly complete: string
  readonly incomplete: string
  readonly assumed: string
  readonly rateFrom: (day: string, citation: string) => string
  readonly invalid: string
  readonly warnings: Readonly<Record<'none' | 'within_180' | 'within_90' | 'within_30' | 'barred', string>>
  readonly marks: Readonly<Record<'provisional' | 'low_confidence', string>>
}

export const WORDS: Readonly<Record<'de' | 'en', Words>> = {
  de: {
    perDay: 'Jeder weitere Tag',
    paidOn: (day) => `Wenn am ${day} bezahlt wird`,
    lastDay: 'Letzter Tag vor der Verjährung',
    moves: 'Das würde das Ende verschieben:',
    court: 'Zuständig',
    complete: 'Das Schreiben sagt alles, was es sagen muss.',
    incomplete: 'Dem Schreiben fehlt, was mit ✗ gekennzeichnet ist.',
    assumed: 'Angenommen:',
    rateFrom: (day, citation) => `Zinssatz im Jahr ab ${day} [${citation}]`,
    invalid: 'Die Frage ist so nicht lesbar:',
    warnings: {
      none: 'Bis dahin sind es mehr als 180 Tage.',
      within_180: 'Bis dahin sind es höchstens 180 Tage.',
      within_90: 'Bis dahin sind es höchstens 90 Tage.',
      within_30: 'Bis dahin sind es höchstens 30 Tage.',
      barred: 'Die Forderung ist verjährt.',
    },
    marks: {
      provisional: 'Vorläufig: der letzte veröffentlichte Wert ist über seinen Tag hinaus verwendet.',
      low_confidence: 'Nicht gesichert: ein Wert ist nur überliefert oder abgeleitet.',
    },
  },
  en: {
    perDay: 'Each further day',
    paidOn: (day) => `If paid on ${day}`,
    lastDay: 'Last day before the claim is barred',
    moves: 'What would move the end:',
    court: 'Competent court',
    complete: 'The letter says all that it must.',
    incomplete: 'The letter lacks what is marked with ✗.',
    assumed: 'Assumed:',
    rateFrom: (day, citation) => `Interest a year from ${day} [${citation}]`,
    invalid: 'The question cannot be read:',
    warnings: {
      none: 'That is more than 180 days away.',
      within_180: 'That is at most 180 days away.',
      within_90: 'That is at most 90 days away.',
      within_30: 'That is at most 30 days away.',
      barred: 'The claim is time-barred.',
    },
    marks: {
      provisional: 'Provisional: the last published value is used beyond its day.',
      low_confidence: 'Not established: a value was only recalled or derived.',
    },
  },
}
