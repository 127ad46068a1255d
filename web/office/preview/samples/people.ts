// Invented people and sums for looking at the pages without a server.

export const TODAY = '2026-10-14'
export const PRACTICE = '018f0000-0000-7000-8000-000000000001'
export const SECOND_PRACTICE = '018f0000-0000-7000-8000-000000000002'
export const PARTNER = 'Kranich Inkasso'
export const CASE = '018f0000-0000-7000-8000-00000000c041'

export function id(kind: string, at: number): string {
  return `018f0000-0000-7000-${kind.padEnd(4, '8').slice(0, 4)}-${String(at).padStart(12, '0')}`
}

/** A seeded generator, so that every picture of a page is the same picture. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

export const NAMES = [
  'Abendroth, Katharina',
  'Bäcker, Friedrich',
  'Castellano, Giulia',
  'Dörfler & Partner PartG',
  'Engelhardt, Sofie',
  'Fuchs, Leonard',
  'Großmann, Ida',
  'Hausverwaltung Nordlicht GmbH',
  'Ivanović, Milan',
  'Jäger, Pauline',
  'Keller, Anton',
  'Lehmann, Ruth',
  'Müller-Lüdenscheidt, Hedwig',
  'Nguyen, Thi Lan',
  'Oppermann, Klaus',
  'Petersen, Frauke',
  'Quandt, Bernd',
  'Rößler Elektrotechnik e. K.',
  'Sánchez, Carmen',
  'Tölke, Margarethe',
  'Uhlig, Peter',
  'Vogt, Henriette',
  'Wójcik, Agnieszka',
  'Zimmermann, Otto',
  'Kindertagesstätte „Die kleinen Strolche“ am Stadtpark gGmbH',
]
