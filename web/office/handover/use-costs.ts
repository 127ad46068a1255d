// What the partner may demand from the debtor with its first letter, by the law that the settings name. Known only to those
// who may read the settings: without them the sum could be another one.

import type { CollectionCostsAnswer, LawSettingsOfTenant } from '@mahnwerk/client/api'
import type { Money } from '@mahnwerk/core/money'
import { useQuery } from '@tanstack/react-query'
import type { ShownLine } from '../../law/index.ts'
import { useTexts } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { moneyOf } from '../api/money.ts'

export type CostsByLaw = { readonly most: Money; readonly why: ShownLine }

type Asked = { readonly invoiceId: string; readonly debtorId: string; readonly principal: number }

/** Undefined until it is known, and where the law of the day gives no answer. */
export function useCosts(asked: Asked | undefined): CostsByLaw | undefined {
  const me = useMe()
  const { language } = useTexts()
  const { data } = useQuery({
    queryKey: ['invoice', asked?.invoiceId, 'costs-by-law', asked?.principal, me.today, language],
    queryFn: ({ signal }) => (asked === undefined ? undefined : ask(asked, me.today, signal)),
    enabled: asked !== undefined && asked.principal > 0 && me.may('settings.read'),
    retry: false,
  })
  return data === undefined ? undefined : { most: moneyOf(data.gross, data.currency), why: data.explanation }
}

async function ask({ debtorId, principal }: Asked, today: string, signal: AbortSignal): Promise<CollectionCostsAnswer> {
  const [debtor, tenant, law] = await Promise.all([
    answer(api.GET('/api/v1/debtors/{id}', { params: { path: { id: debtorId } }, signal })),
    answer(api.GET('/api/v1/settings/tenant', { signal })),
    answer(api.GET('/api/v1/settings/law', { signal })),
  ])
  return answer(
    api.POST('/api/v1/calculations/collection-costs', {
      body: {
        country: law.countryInForce,
        settings: settingsOf(law),
        collection: {
          principals: [principal],
          debtor: debtor.name.kind,
          engagedOn: today,
          on: today,
          collector: 'agency',
          creditorDeductsVat: tenant.deductsInputTax,
          disputed: false,
          extensive: false,
          steps: [{ kind: 'first_letter', on: today }],
        },
      },
      signal,
    }),
  )
}

function settingsOf({ yearBasis, paymentDayCounts, lowConfidence, provisional, choices }: LawSettingsOfTenant) {
  return {
    lowConfidence,
    provisional,
    choices,
    ...(yearBasis === null ? {} : { yearBasis }),
    ...(paymentDayCounts === null ? {} : { paymentDayCounts }),
  }
}
