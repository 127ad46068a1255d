// What each moment aims at. Whether a kill hit what it aimed at is said afterwards: a run may be further than it looked.

/**
 * early: around the start, before anything is written. chunk: while a transaction of the run is writing. between: some letters are
 * kept and the run goes on. letters, mails: so much of them is done. pause, stop: a person does that. print: the printer's file is made.
 */
export type Phase = 'early' | 'chunk' | 'between' | 'letters' | 'mails' | 'pause' | 'stop' | 'print'

export type Aim = {
  readonly phase: Phase
  /** Debtors of each creditor, in their order. */
  readonly debtors: readonly [number, number, number]
  readonly withDatabase: boolean
  /** Where it is killed a second time. */
  readonly again?: Exclude<Phase, 'pause' | 'stop' | 'print' | 'early'> | 'start'
}

const PHASES: readonly Phase[] = [
  'chunk',
  'mails',
  'pause',
  'letters',
  'between',
  'early',
  'chunk',
  'stop',
  'print',
  'between',
]
const AGAIN: readonly NonNullable<Aim['again']>[] = ['letters', 'start', 'mails', 'chunk']

export function aimOf(index: number): Aim {
  const phase = PHASES[(index - 1) % PHASES.length] ?? 'chunk'
  return {
    phase,
    // More than one chunk only where a moment needs the time between two.
    debtors: phase === 'between' ? [1_620, 20, 40] : [160, 40, 50],
    withDatabase: index % 3 === 2,
    ...(index % 3 === 1 ? { again: againAfter(phase, (index - 1) / 3) } : {}),
  }
}

// While a run is paused nothing goes on that could be aimed at.
function againAfter(phase: Phase, turn: number): NonNullable<Aim['again']> {
  return phase === 'pause' || phase === 'stop' ? 'start' : (AGAIN[turn % AGAIN.length] ?? 'start')
}
