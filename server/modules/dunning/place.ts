import { type Context } from '../../http/index.ts'
import { countryInForce, loadLaw } from '../settings/index.ts'
import type { Place } from './plan.ts'

/** The holidays of the creditor's country and region. Throws Refused where the law of the country is not known. */
export async function placeOf(context: Context): Promise<Place> {
  const law = await loadLaw(context)
  return { isHoliday: countryInForce(law).holidaysOf(law.region ?? undefined) }
}
