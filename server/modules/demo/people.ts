// Invented debtors: common names, made-up streets, real pairs of postcode and place so that letters look right.

import type { DebtorDraft } from '@mahnwerk/core/claims'
import type { Chance } from './chance.ts'

const FIRST = [
  'Jonas',
  'Elif',
  'Piotr',
  'Maria',
  'Sara',
  'Thomas',
  'Deniz',
  'Katharina',
  'Ali',
  'Greta',
  'Felix',
  'Nadja',
  'Lukas',
  'Hanna',
  'Emil',
  'Theresa',
  'Milan',
  'Julia',
  'Oskar',
  'Leyla',
  'Georg',
  'Paula',
  'Viktor',
  'Clara',
  'Ismail',
  'Ida',
  'Moritz',
  'Franziska',
  'Anton',
  'Zeynep',
]
const LAST = [
  'Weber',
  'Yılmaz',
  'Nowak',
  'Hofer',
  'Lindqvist',
  'Klein',
  'Öztürk',
  'Schuster',
  'Brandl',
  'Aydin',
  'Kowalski',
  'Maurer',
  'Fischer',
  'Zimmermann',
  'Haas',
  'Jovanović',
  'Engel',
  'Pohl',
  'Sommer',
  'Vogt',
  'Größler',
  'Ebert',
  'Riedel',
  'Baumann',
  'Demir',
  'Ludwig',
  'Stein',
  'Walter',
  'Übelacker',
  'Arslan',
]
const STREETS = [
  'Lindenstraße',
  'Am Anger',
  'Schillerstraße',
  'Gartenweg',
  'Mühlgasse',
  'Bahnhofstraße',
  'Kirchplatz',
  'Rosenweg',
  'Lechstraße',
  'Am Hang',
  'Ulmenallee',
  'Färbergasse',
]
const PLACES = [
  ['86150', 'Augsburg'],
  ['86152', 'Augsburg'],
  ['86161', 'Augsburg'],
  ['80331', 'München'],
  ['80469', 'München'],
  ['89073', 'Ulm'],
  ['86316', 'Friedberg'],
  ['86368', 'Gersthofen'],
  ['90402', 'Nürnberg'],
  ['86899', 'Landsberg am Lech'],
] as const
const COMPANIES = [
  'Brandt Maschinenbau GmbH',
  'Schuster & Söhne OHG',
  'Hausverwaltung Lechtal GmbH',
  'Bäckerei Engelhardt',
  'Autohaus Riedmüller GmbH',
  'Gasthof Zur Linde',
  'Kanzlei Ebert und Partner',
  'Möbelhaus Vogtland GmbH',
  'Café Sommergarten',
  'Druckerei Pohlmann e.K.',
  'Zahnlabor Stein GmbH',
  'Wohnbau Ludwig AG',
]

/** A person or, in so many percent, a company. `number` makes the debtor's own customer number. */
export function debtor(chance: Chance, number: number, percentBusiness: number): DebtorDraft {
  const [postCode, city] = chance.pick(PLACES)
  const address = { street: `${chance.pick(STREETS)} ${1 + chance.below(120)}`, postCode, city, country: 'DE' }
  if (chance.yes(percentBusiness)) {
    const company = chance.pick(COMPANIES)
    return {
      number: `K${10_000 + number}`,
      name: { kind: 'business', company },
      address,
      email: `rechnung${number}@firma.example`,
    }
  }
  const [first, last] = [chance.pick(FIRST), chance.pick(LAST)]
  const email = `kunde${number}@post.example`
  return {
    number: `K${10_000 + number}`,
    name: { kind: 'consumer', first, last },
    address,
    ...(chance.yes(85) ? { email } : {}),
  }
}
