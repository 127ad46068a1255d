import { useQuery } from '@tanstack/react-query'
import { useText, useTexts, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { LawPage } from './law-page.tsx'
import type { LawSettings, LawView } from './law-view.ts'

export default function LawSection() {
  const text = useText()
  const { language } = useTexts()
  const me = useMe()
  const law = useQuery({
    queryKey: ['law-settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/law', { signal })),
  })
  const countries = useQuery({
    queryKey: ['law-countries', language],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/calculations/countries', { signal })),
  })
  const save = useAct(
    (change: Partial<LawSettings>) =>
      answer(
        api.PATCH('/api/v1/settings/law', {
          body: { ...change, ...(law.data === undefined ? {} : { version: law.data.version }) },
        }),
      ),
    // Every sum may be another one now.
    ['law-settings', 'invoice', 'case'],
    () => toast({ text: text('settings.saved') }),
  )
  const reading = useTold(law.error ?? countries.error)
  return (
    <LawPage
      view={viewOf(law.data, countries.data, me.tenant.country)}
      busy={save.busy}
      trouble={save.trouble ?? reading}
      mayWrite={me.may('settings.write')}
      onSave={save.run}
      onRetry={() => {
        void law.refetch()
        void countries.refetch()
      }}
    />
  )
}

type Told = LawSettings & { readonly version: number; readonly countryInForce: string }

function viewOf(
  told: Told | undefined,
  countries: Pick<LawView, 'countries'> | undefined,
  own: string,
): LawView | undefined {
  if (told === undefined || countries === undefined) return undefined
  const { version: _, countryInForce: _inForce, ...settings } = told
  return { settings, own, countries: countries.countries }
}
