// Where a template names what differs from letter to letter, found so that a person can be told the place, and what was
// probably meant by a name that is not known.

import { type DunningTemplate, PLACEHOLDERS, type Placeholder } from './template.ts'

/** Line and column count from one, within the text of the field. */
export type TemplatePlace = { readonly field: keyof DunningTemplate; readonly line: number; readonly column: number }

export type PlaceholderUse = TemplatePlace & { readonly name: string }

// A brace is never a letter's own sign: what stands between two is a name, and one alone is a slip of the pen.
const NAME_OR_BRACE = /\{([^{}\n]*)\}|[{}]/g

/** In the order of the text. */
export function placeholdersAt(template: DunningTemplate): readonly PlaceholderUse[] {
  return marksIn(template).flatMap(({ name, ...place }) => (name === undefined ? [] : [{ ...place, name }]))
}

/** Braces that open or close nothing. */
export function braceAlone(template: DunningTemplate): readonly TemplatePlace[] {
  return marksIn(template).flatMap(({ name, ...place }) => (name === undefined ? [place] : []))
}

/** Each name once. */
export function placeholdersIn(template: DunningTemplate): readonly string[] {
  return [...new Set(placeholdersAt(template).map(({ name }) => name))]
}

export function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name)
}

type Mark = TemplatePlace & { readonly name: string | undefined }

function marksIn(template: DunningTemplate): readonly Mark[] {
  const fields = Object.keys(template) as (keyof DunningTemplate)[] // its own keys
  return fields.flatMap((field) =>
    [...template[field].matchAll(NAME_OR_BRACE)].map((match) => {
      const before = template[field].slice(0, match.index).split('\n')
      return { field, line: before.length, column: (before.at(-1) ?? '').length + 1, name: match[1] }
    }),
  )
}

// How people call them who do not know our names: German and Dutch first, English where ours is another word.
const CALLED: Readonly<Record<string, Placeholder>> = {
  rechnung: 'invoices',
  rechnungen: 'invoices',
  rechnungsnummer: 'invoices',
  factuur: 'invoices',
  invoice: 'invoices',
  summe: 'total',
  betrag: 'total',
  gesamtbetrag: 'total',
  bedrag: 'total',
  amount: 'total',
  sum: 'total',
  frist: 'term',
  termijn: 'term',
  deadline: 'term',
  datum: 'payBy',
  zahlungsziel: 'payBy',
  fällig: 'payBy',
  date: 'payBy',
  absender: 'creditor',
  praxis: 'creditor',
  firma: 'creditor',
  name: 'creditor',
  sender: 'creditor',
  nummer: 'number',
  mahnnummer: 'number',
  wievielte: 'ordinal',
  mahnstufe: 'ordinal',
  stufe: 'ordinal',
  level: 'ordinal',
  kontakt: 'reach',
  telefon: 'reach',
  contact: 'reach',
  phone: 'reach',
  inkasso: 'handover',
  übergabe: 'handover',
  collection: 'handover',
  gesetz: 'legal',
  recht: 'legal',
  pflichtangaben: 'legal',
  law: 'legal',
}

/** The name that was probably meant; undefined where none is near. */
export function suggestionFor(name: string): Placeholder | undefined {
  const asked = name.trim().toLowerCase()
  if (Object.hasOwn(CALLED, asked)) return CALLED[asked]
  const near = PLACEHOLDERS.map((known) => ({ known, apart: distance(asked, known.toLowerCase()) }))
  const [best] = near.toSorted((one, other) => one.apart - other.apart)
  return best !== undefined && best.apart <= Math.max(1, Math.floor(best.known.length / 3)) ? best.known : undefined
}

/** How many letters must be changed, added or left out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1]
    for (const [to, wanted] of Array.from(other).entries()) {
      const changed = (row[to] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(changed, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
