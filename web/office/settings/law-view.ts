// What the page "Recht und Zinsen" shows and changes.

import type { LawCountry, LawSettingsOfTenant } from '@mahnwerk/client/api'

export type LawSettings = Omit<LawSettingsOfTenant, 'version' | 'countryInForce'>

export type LawView = {
  readonly settings: LawSettings
  readonly countries: readonly LawCountry[]
  /** The country of the own address. */
  readonly own: string
}

/** Only the members that differ; with another country the old answers to open questions mean nothing. */
export function changeOf(before: LawSettings, after: LawSettings): Partial<LawSettings> {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof LawSettings]),
  )
  return Object.fromEntries(entries)
}
