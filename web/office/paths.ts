// Every address of the office in one place. Words are German, as people say them on the phone.

export const INVOICE_VIEWS = ['alle', 'offen', 'ueberfaellig', 'inkasso', 'bezahlt', 'ausgebucht'] as const
export type InvoiceView = (typeof INVOICE_VIEWS)[number]

export const SETTINGS = [
  'praxisdaten',
  'recht',
  'benutzer',
  'sicherheit',
  'api-schluessel',
  'e-mail',
  'mahnwesen',
  'vorlagen',
  'briefkopf',
  'inkasso',
  'anmeldungen',
] as const
export type SettingsSection = (typeof SETTINGS)[number]

export const paths = {
  overview: '/',
  signIn: '/anmelden',
  invoices: (view: InvoiceView = 'offen', filters: readonly string[] = []): string =>
    withSearch('/rechnungen', [['ansicht', view], ...filters.map((filter) => ['filter', filter] as const)]),
  invoice: (id: string): string => `/rechnungen/${id}`,
  invoiceNew: '/rechnungen/neu',
  invoiceImport: '/rechnungen/importieren',
  handover: (id: string): string => `/rechnungen/${id}/forderung-anlegen`,
  notices: (filters: readonly string[] = []): string =>
    filters.length === 0
      ? '/mahnungen'
      : withSearch(
          '/mahnungen',
          filters.map((filter) => ['filter', filter] as const),
        ),
  noticesOf: (run: string): string => withSearch('/mahnungen', [['lauf', run]]),
  dunningPreview: (view?: 'mahnen' | 'nicht'): string =>
    view === undefined ? '/mahnungen/vorschau' : withSearch('/mahnungen/vorschau', [['ansicht', view]]),
  suggestions: '/mahnungen/vorschlaege',
  holds: (view?: 'bald' | 'ohne-ende', reason?: string): string =>
    withSearch('/mahnungen/sperren', [
      ...(view === undefined ? [] : [['ansicht', view] as const]),
      ...(reason === undefined ? [] : [['grund', reason] as const]),
    ]),
  dunningRuns: '/mahnungen/laeufe',
  policy: (id: string): string => `/einstellungen/mahnstufen/${id}`,
  policyNew: (from?: string): string =>
    withSearch('/einstellungen/mahnstufen/neu', from === undefined ? [] : [['vorlage', from]]),
  debtor: (id: string): string => `/kunden/${id}`,
  dunningRun: (id: string): string => `/mahnungen/lauf/${id}`,
  dunningHelp: '/hilfe/mahnwesen',
  cases: '/faelle',
  case: (id: string): string => `/faelle/${id}`,
  payments: '/zahlungen',
  cashBook: '/kassenbuch',
  mails: (view: 'ausgang' | 'eingang' | 'unzugeordnet' = 'ausgang'): string =>
    view === 'ausgang' ? '/postausgang' : withSearch('/postausgang', [['ansicht', view]]),
  mail: (id: string): string => `/postausgang/${id}`,
  receivedMail: (id: string): string => `/postausgang/eingang/${id}`,
  settings: (section: SettingsSection = 'praxisdaten'): string => `/einstellungen/${section}`,
  letterTemplate: (letter: string): string => `/einstellungen/vorlagen/${letter}`,
  help: (anchor?: string): string => (anchor === undefined ? '/hilfe' : `/hilfe#${anchor}`),
} as const

function withSearch(path: string, entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return path
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, value])).toString()}`
}
