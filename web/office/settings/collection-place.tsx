import { useQuery } from '@tanstack/react-query'
import { useCollectionText } from '../../texts/collection/collection-text.ts'
import { useTold } from '../../texts/index.ts'
import { ErrorState, LoadingState, Sheet, toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { policiesQuery, policyOf, standardOf } from '../dunning/policies.ts'
import { CollectionForm } from './collection-form.tsx'
import { type CollectionEdit, type CollectionView, changeOf, editOf } from './collection-view.ts'

export function CollectionPlace() {
  const text = useCollectionText()
  const me = useMe()
  const policies = useQuery(policiesQuery)
  const settings = useQuery({
    queryKey: ['dunning-settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/settings', { signal })),
  })
  const history = useQuery({
    queryKey: ['dunning-settings', 'history'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/settings/history', { signal })),
    enabled: me.may('history.read'),
  })
  const kept = settings.data
  const save = useAct(
    async (edit: CollectionEdit) => {
      if (kept === undefined) throw new Error('what is not shown cannot be saved')
      const body = { ...changeOf(edit, editOf(kept)), version: kept.version }
      return answer(api.PATCH('/api/v1/dunning/settings', { body }))
    },
    // The suggestions are kept among the invoices.
    ['dunning-settings', 'invoices', 'invoice-dunning'],
    () => toast({ text: text('saved') }),
  )
  const reading = useTold(policies.error ?? settings.error)
  if (kept === undefined || policies.data === undefined) {
    const retry = () => void Promise.all([policies.refetch(), settings.refetch()])
    return <Sheet>{reading === undefined ? <LoadingState /> : <ErrorState trouble={reading} onRetry={retry} />}</Sheet>
  }
  const { declaredBy: who, declaredAt: at } = kept
  const view: CollectionView = {
    kept: editOf(kept),
    policy: policyOf(standardOf(policies.data)),
    declaration: who === null || at === null ? undefined : { who, at },
    history: history.data?.entries,
  }
  return (
    <CollectionForm
      key={JSON.stringify(view.kept)}
      view={view}
      busy={save.busy}
      trouble={save.trouble}
      mayWrite={me.may('settings.write')}
      onSave={save.run}
    />
  )
}
