// By which law a creditor's letters are written, and what of the creditor that law asks for.

import type { Country, LawSettings } from '@mahnwerk/core/countries'
import type { Context } from '../../http/index.ts'
import { type TenantSettings, countryInForce, loadLaw, loadTenant } from '../settings/index.ts'

export type LetterLaw = {
  readonly country: Country
  readonly settings: LawSettings
  readonly deductsVat: boolean
  readonly healthProfession: boolean
}

export type Creditor = { readonly tenant: TenantSettings; readonly law: LetterLaw }

/** Refused where nobody here knows the law of the country in force. */
export async function loadCreditor(context: Context): Promise<Creditor> {
  const tenant = await loadTenant(context)
  const chosen = await loadLaw(context)
  const country = countryInForce(chosen)
  const { settings } = country
  return {
    tenant,
    law: {
      country,
      settings: {
        yearBasis: chosen.yearBasis ?? settings.yearBasis,
        paymentDayCounts: chosen.paymentDayCounts ?? settings.paymentDayCounts,
        trust: { provisional: chosen.provisional, lowConfidence: chosen.lowConfidence },
        choices: { ...settings.choices, ...chosen.choices },
      },
      deductsVat: tenant.deductsInputTax,
      healthProfession: tenant.healthProfession,
    },
  }
}
