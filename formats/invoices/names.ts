// One line of a name to a person or a company. Documents do not say which; a legal form or a VAT id does, everything
// else is assumed to be a person, because the law protects a consumer more. Whoever takes the claim in may correct it.

import { type PartyName } from '@mahnwerk/core/parties'

/** `stated`: the source says what it is. `assumed`: told from the look of the name only. */
export type NameOrigin = 'stated' | 'assumed'

export type ToldName = { readonly name: PartyName; readonly origin: NameOrigin }

/** A whole name with what else points to a company. */
export function toldName(
  fullName: string,
  hints: { readonly isCompany: boolean; readonly contactPerson?: string },
): ToldName {
  const name = oneLine(fullName)
  if (hints.isCompany || LEGAL_FORM.test(name)) {
    const { contactPerson } = hints
    return {
      origin: 'stated',
      name: { kind: 'business', company: name, ...(contactPerson === undefined ? {} : { contactPerson }) },
    }
  }
  return { origin: 'assumed', name: { kind: 'consumer', ...splitName(name) } }
}

// Legal forms and words that no person bears, as whole words.
const LEGAL_FORM = new RegExp(
  `(^|[\\s(,])(${[
    'GmbH',
    'gGmbH',
    'mbH',
    'UG',
    'AG',
    'SE',
    'KG',
    'KGaA',
    'OHG',
    'OG',
    'GbR',
    'eGbR',
    'PartG',
    'PartGmbB',
    'eG',
    'e\\.\\s?G\\.',
    'e\\.\\s?V\\.',
    'eV',
    'e\\.\\s?K\\.',
    'e\\.\\s?Kfm\\.',
    'e\\.\\s?Kfr\\.',
    'e\\.\\s?U\\.',
    'KEG',
    'Ges\\.m\\.b\\.H\\.',
    'GesmbH',
    'GesbR',
    'Sàrl',
    'SARL',
    'S\\.A\\.',
    'SA',
    'SAS',
    'Ltd\\.?',
    'Limited',
    'LLC',
    'LLP',
    'Inc\\.?',
    'PLC',
    'B\\.?V\\.?',
    'N\\.?V\\.?',
    'VOF',
    'ApS',
    'AB',
    'Oy',
    'S\\.?r\\.?l\\.?',
    'S\\.?p\\.?A\\.?',
    'Sp\\. z o\\.o\\.',
    'Stiftung',
    'Gemeinde',
    'Stadt',
    'Landkreis',
    'Universität',
    'Ministerium',
    'Versicherung',
    'Krankenkasse',
    'Verein',
  ].join('|')})(?=$|[\\s),&])`,
)

/** "Weber, Jonas" and "Dr. Jonas Weber": the last word is the last name, with "von", "de" and the like before it. */
export function splitName(fullName: string): { readonly first: string; readonly last: string } {
  const comma = /^([^,]+),\s*(.+)$/.exec(fullName)
  if (comma) return { first: comma[2] ?? '', last: comma[1] ?? '' }
  const words = fullName.replace(/^(Herrn?|Frau|Firma|Fa\.|Familie)\s+/i, '').split(' ')
  let from = words.length - 1
  while (from > 1 && PARTICLES.has((words[from - 1] ?? '').toLowerCase())) from--
  return { first: words.slice(0, from).join(' '), last: words.slice(from).join(' ') }
}

const PARTICLES = new Set([
  'von',
  'van',
  'de',
  'den',
  'der',
  'zu',
  'zur',
  'zum',
  'vom',
  'du',
  'da',
  'di',
  'del',
  'la',
  'le',
  'ter',
  'ten',
  'el',
  'al',
  'und',
])

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
