import { useQuery } from '@tanstack/react-query'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import type { PolicyEdit } from '../dunning/dunning-view.ts'
import { policiesQuery } from '../dunning/policies.ts'
import { type Kept, saveAll, viewOf } from './dunning-from-api.ts'
import { PoliciesSheet } from './policies-sheet.tsx'
import { DunningPage } from './dunning-page.tsx'

export default function DunningSection() {
  const text = useDunningText()
  const me = useMe()
  const policies = useQuery(policiesQuery)
  const settings = useQuery({
    queryKey: ['dunning-settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/settings', { signal })),
  })
  const kept: Kept | undefined =
    policies.data === undefined || settings.data === undefined
      ? undefined
      : { policies: policies.data, settings: settings.data }
  const save = useAct(
    async (edit: PolicyEdit) => {
      if (kept === undefined) throw new Error('what is not shown cannot be saved')
      return saveAll(kept, edit)
    },
    ['dunning-policies', 'dunning-settings', 'dunning-preview', 'invoice-dunning'],
    () => toast({ text: text('settings.saved') }),
  )
  const reading = useTold(policies.error ?? settings.error)
  return (
    <DunningPage
      view={kept === undefined ? undefined : viewOf(kept)}
      others={
        policies.data === undefined ? null : (
          <PoliciesSheet policies={policies.data.policies} mayWrite={me.may('settings.write')} />
        )
      }
      busy={save.busy}
      trouble={save.trouble ?? reading}
      mayWrite={me.may('settings.write')}
      onSave={save.run}
      onRetry={() => {
        void policies.refetch()
        void settings.refetch()
      }}
    />
  )
}
