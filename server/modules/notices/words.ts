// What the control list of the print pool says.

const DE = {
  title: 'Kontrollliste Druck',
  creditor: 'Gläubiger',
  day: 'Datum',
  count: 'Briefe',
  sum: 'Summe',
  number: 'Nummer',
  level: 'Stufe',
  debtor: 'Empfänger',
  place: 'Ort',
  amount: 'Betrag',
  total: 'Summe',
  sheetPages: 'Seiten',
  enclosed: 'Beigelegte Rechnungen',
  missing: 'Nicht beigelegt',
  notEnclosed: 'Nicht beigelegt',
  why: {
    encrypted: 'mit Kennwort verschlüsselt',
    unreadable: 'nicht lesbar',
    electronic: 'elektronische Rechnung, nicht für Papier',
  },
  pages: 'Seite {page} von {pages}',
}

const EN: typeof DE = {
  title: 'Control list for printing',
  creditor: 'Creditor',
  day: 'Date',
  count: 'Letters',
  sum: 'Sum',
  number: 'Number',
  level: 'Level',
  debtor: 'Recipient',
  place: 'Town',
  amount: 'Amount',
  total: 'Sum',
  sheetPages: 'Pages',
  enclosed: 'Invoices enclosed',
  missing: 'Not enclosed',
  notEnclosed: 'Not enclosed',
  why: {
    encrypted: 'protected by a password',
    unreadable: 'not readable',
    electronic: 'an electronic invoice, not for paper',
  },
  pages: 'Page {page} of {pages}',
}

export const LIST_WORDS = { de: DE, en: EN } as const
