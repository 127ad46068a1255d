// A question to core, or what is still missing for one.

/** The names of fields whose answer nobody can guess. */
export type FieldName =
  | 'betrag'
  | 'faellig'
  | 'schuldner'
  | 'stand'
  | 'auftrag'
  | 'wert'
  | 'antrag'
  | 'entstanden'
  | 'erste'
  | 'rate'

export type Asked<Question> =
  | { readonly ready: true; readonly question: Question }
  | { readonly ready: false; readonly missing: readonly FieldName[] }

/** The names whose value is not there. */
export function missingIn(needed: Partial<Record<FieldName, unknown>>): readonly FieldName[] {
  return (Object.keys(needed) as FieldName[]).filter((name) => needed[name] === undefined) // the keys of the type itself
}
