// Which court issues an order for payment: the central court of the Land in which the creditor sits, never the debtor's (§ 689
// Abs. 2, 3 ZPO with the ordinances of the Länder). Creditors abroad (Amtsgericht Wedding) are left out.

import type { CompetentCourt } from '../../court/index.ts'
import { byName, line } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'

const SOURCE: Source = { citation: '§ 689 Abs. 2, 3 ZPO', confidence: 'high' }

const COURTS = {
  stuttgart: ['Amtsgericht Stuttgart, Mahngericht', 'Stuttgart'],
  coburg: ['Amtsgericht Coburg, Mahngericht', 'Coburg'],
  wedding: ['Amtsgericht Wedding, Zentrales Mahngericht', 'Berlin'],
  bremen: ['Amtsgericht Bremen, Mahnabteilung', 'Bremen'],
  hamburg: ['Amtsgericht Hamburg-Altona, Gemeinsames Mahngericht', 'Hamburg'],
  huenfeld: ['Amtsgericht Hünfeld, Mahnabteilung', 'Hünfeld'],
  uelzen: ['Amtsgericht Uelzen, Zentrales Mahngericht', 'Uelzen'],
  hagen: ['Amtsgericht Hagen, Mahnabteilung', 'Hagen'],
  euskirchen: ['Amtsgericht Euskirchen, Mahnabteilung', 'Euskirchen'],
  mayen: ['Amtsgericht Mayen, Mahnabteilung', 'Mayen'],
  aschersleben: ['Amtsgericht Aschersleben, Gemeinsames Mahngericht', 'Staßfurt'],
  schleswig: ['Amtsgericht Schleswig, Mahnabteilung', 'Schleswig'],
} as const

type Court = keyof typeof COURTS

/** By Land; the one with two courts is told apart by post code. */
const BY_LAND: Readonly<Record<string, Court>> = {
  BW: 'stuttgart',
  BY: 'coburg',
  BE: 'wedding',
  BB: 'wedding',
  HB: 'bremen',
  HH: 'hamburg',
  MV: 'hamburg',
  HE: 'huenfeld',
  NI: 'uelzen',
  RP: 'mayen',
  SL: 'mayen',
  SN: 'aschersleben',
  ST: 'aschersleben',
  TH: 'aschersleben',
  SH: 'schleswig',
}

export function orderForPaymentCourt(creditor: {
  readonly region?: string
  readonly postCode: string
}): CompetentCourt | undefined {
  if (creditor.region === 'NW') return inNorthRhineWestphalia(creditor.postCode)
  const court = BY_LAND[creditor.region ?? '']
  return court === undefined ? undefined : answer(court)
}

/** Higher regional court Köln: Euskirchen; Düsseldorf and Hamm: Hagen. The statute divides by district, not by post code. */
function inNorthRhineWestphalia(postCode: string): CompetentCourt | undefined {
  if (!/^[345]\d{4}$/.test(postCode) || MIXED.some((area) => postCode.startsWith(area))) return undefined
  return answer(/^5[0-3]/.test(postCode) ? 'euskirchen' : 'hagen', {
    citation: '§ 689 Abs. 3 ZPO',
    confidence: 'low',
    note: 'district derived from the post code',
  })
}

/** Post codes at the border of the districts, which both courts may claim: a person looks the district up. */
const MIXED = ['418', '4247', '4249', '4279', '4292']

function answer(court: Court, own?: Source): CompetentCourt {
  const [name, city] = COURTS[court]
  const why = line('de.court.competent', {
    quantities: { court: byName(name) },
    sources: own === undefined ? [SOURCE] : [SOURCE, own],
    marks: own?.confidence === 'low' ? ['low_confidence'] : [],
  })
  return { name, city, why }
}
