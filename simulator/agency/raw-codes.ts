// What the agency's own system calls its news: kept by the creditor for people, never interpreted.

import type { NewsBody } from '@mahnwerk/core/cases'

const CODES: Readonly<Partial<Record<NewsBody['type'], string>>> = {
  'case.received': 'KI-010 Eingang',
  'case.accepted': 'KI-020 Aktenanlage',
  'case.rejected': 'KI-021 Ablehnung',
  'case.stage_changed': 'KI-100 Stufe',
  'case.paused': 'KI-110 Stundung',
  'case.resumed': 'KI-111 Fortführung',
  'case.closed': 'KI-900 Ablage',
  'debtor.contacted': 'KI-200 Schreiben',
  'cost.added': 'KI-300 Kosten',
  'payment.reported': 'KI-400 Zahlungseingang',
  'payment.reversed': 'KI-410 Storno',
  'payment.direct_acknowledged': 'KI-420 Direktzahlung',
}

export function rawCodeOf(body: NewsBody): string {
  return CODES[body.type] ?? 'KI-500 Vermerk'
}

/** A word of the agency's that version 1 of the protocol does not have. */
export const FOREIGN_NEWS: NewsBody = {
  type: 'unknown',
  rawType: 'case.clerk_changed',
  raw: JSON.stringify({ type: 'case.clerk_changed', clerk: 'Frau Amsel', code: 'KI-977' }),
}
