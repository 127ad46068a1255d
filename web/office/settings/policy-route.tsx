import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { toast, useNavigation } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { policiesQuery, policyOf } from '../dunning/policies.ts'
import { paths } from '../paths.ts'
import { type PolicyDraft, PolicyPage } from './policy-page.tsx'

const route = getRouteApi('/office/einstellungen/mahnstufen/$id')
const NEW = 'neu'

export default function PolicyRoute() {
  const { id } = route.useParams()
  const { vorlage } = route.useSearch()
  const text = useDunningText()
  const me = useMe()
  const { go } = useNavigation()
  const told = useQuery(policiesQuery)
  const fresh = id === NEW
  const from = told.data?.policies.find((policy) => policy.id === (fresh ? vorlage : id))
  const draft = useMemo((): PolicyDraft | undefined => {
    if (told.data === undefined) return undefined
    if (!fresh)
      return from === undefined
        ? undefined
        : { policy: policyOf(from), audience: from.audience, standard: from.standard }
    const name = from === undefined ? '' : text('policies.copyName', { name: from.name })
    return {
      policy: { ...policyOf(from ?? told.data.builtIn), name },
      audience: from?.audience ?? 'all',
      standard: false,
    }
  }, [told.data, fresh, from, text])
  const save = useAct(
    ({ policy, audience, standard }: PolicyDraft) => {
      const body = { ...policy, steps: policy.steps.map((step) => ({ ...step })), audience, standard }
      return answer(
        fresh || from === undefined
          ? api.POST('/api/v1/dunning/policies', { body })
          : api.PUT('/api/v1/dunning/policies/{id}', {
              params: { path: { id } },
              body: { ...body, version: from.version },
            }),
      )
    },
    ['dunning-policies', 'dunning-preview', 'invoice-dunning', 'invoices', 'invoice', 'debtor'],
    () => {
      toast({ text: text('settings.saved') })
      go(paths.settings('mahnwesen'))
    },
  )
  const reading = useTold(told.error)
  const gone = told.data !== undefined && draft === undefined
  return (
    <PolicyPage
      draft={draft}
      fresh={fresh}
      busy={save.busy}
      trouble={
        save.trouble ??
        reading ??
        (gone ? { title: text('policies.gone'), detail: text('policies.goneWords') } : undefined)
      }
      mayWrite={me.may('settings.write')}
      onSave={save.run}
      onRetry={() => void told.refetch()}
    />
  )
}
