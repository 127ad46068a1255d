// The benches that there are. Each measures ours and what the machine could do at best in one run, in turn.

export type Figures = {
  readonly rows: number
  /** Ours divided by the limit, both measured in this run: of times 1 or more, of rates 1 or less. */
  readonly ratioToLimit: number
  readonly [name: string]: unknown
}

export type BenchRun = (rows: number, say: (line: string) => void) => Promise<Figures>

export type Bench = {
  readonly summary: string
  /** Unless told otherwise. */
  readonly rows: number
  readonly load: () => Promise<{ readonly run: BenchRun }>
}

export const BENCHES: Readonly<Record<string, Bench>> = {
  list: {
    summary: 'die Rechnungsliste eines Mandanten: Ansichten, Sortierungen, Filter, Suche, Summen',
    rows: 100_000,
    load: () => import('../list/index.ts'),
  },
  handover: {
    summary: 'Übergaben bis zur Annahme beim Partner, über HTTP in beiden Richtungen',
    rows: 1_000,
    load: () => import('../handover/index.ts'),
  },
  import: {
    summary: 'eine CSV-Tabelle und 500 E-Rechnungen durch die API',
    rows: 10_000,
    load: () => import('../imports/index.ts'),
  },
  law: {
    summary: 'Forderungsaufstellungen mit zehn Teilzahlungen über acht Jahre, und eine Million als Strom',
    rows: 1_000_000,
    load: () => import('../law/index.ts'),
  },
  letters: {
    summary: 'Briefe als PDF mit Tags: Mahnungen und Forderungsaufstellungen, und der Speicher dabei',
    rows: 2_000,
    load: () => import('../letters/index.ts'),
  },
  dunning: {
    summary: 'ein Mahnlauf über offene Rechnungen, fünf je Schuldner: Stufe 1, Stufe 2, nichts zu tun',
    rows: 100_000,
    load: () => import('../dunning/index.ts'),
  },
}
