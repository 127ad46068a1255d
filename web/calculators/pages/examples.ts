// Figures that show how a calculator works; nobody's, and put in only when somebody asks for them.

export const CLAIM_EXAMPLE = {
  betrag: '1200.00',
  faellig: '2026-01-15',
  schuldner: 'unternehmen',
  vereinbart: 'ja',
  eintrag: 'zahlung,2026-03-02,400.00',
} as const

export const COSTS_EXAMPLE = {
  betrag: '480.00',
  schuldner: 'verbraucher',
  auftrag: '2026-03-02',
  warnung: '2026-02-02',
  warnungvoll: 'ja',
} as const

export const COURT_EXAMPLE = { betrag: '1200.00', antrag: '2026-03-02' } as const

export const LIMITATION_EXAMPLE = { entstanden: '2024-03-15' } as const

export const PLAN_EXAMPLE = {
  betrag: '1200.00',
  faellig: '2026-01-15',
  schuldner: 'verbraucher',
  vereinbart: 'ja',
  stand: '2026-03-02',
  raten: '6',
} as const
