import type { TenantSettings } from '@mahnwerk/client/api'
import { useQuery } from '@tanstack/react-query'
import { useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { type PracticeData, PracticePage } from './practice-page.tsx'

export default function PracticeSection() {
  const text = useText()
  const me = useMe()
  const settings = useQuery({
    queryKey: ['tenant'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/tenant', { signal })),
  })
  const practices = useQuery({
    queryKey: ['practices'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/practices', { signal })),
  })
  const save = useAct(
    (change: Partial<PracticeData>) =>
      answer(
        api.PATCH('/api/v1/settings/tenant', {
          body: { ...change, ...(settings.data === undefined ? {} : { version: settings.data.version }) },
        }),
      ),
    ['tenant', 'me'],
    () => toast({ text: text('settings.saved') }),
  )
  const add = useAct(
    (name: string) => answer(api.POST('/api/v1/settings/practices', { body: { name } })),
    ['practices', 'me'],
    () => toast({ text: text('settings.saved') }),
  )
  const reading = useTold(settings.error ?? practices.error)
  const locations = (practices.data?.practices ?? []).map(({ id, name, street, postCode, city }) => ({
    id,
    name,
    place: [street, [postCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  }))
  return (
    <PracticePage
      data={settings.data === undefined ? undefined : dataOf(settings.data)}
      locations={locations}
      busy={save.busy || add.busy}
      trouble={save.trouble ?? add.trouble ?? reading}
      mayWrite={me.may('settings.write')}
      onSave={save.run}
      onAddLocation={add.run}
      onRetry={() => void settings.refetch()}
    />
  )
}

function dataOf(told: TenantSettings): PracticeData {
  const { name, legalName, street, postCode, city, country, deductsInputTax, healthProfession, paymentTermDays } = told
  const { originalsWithLetters } = told
  const written = (word: string | null): string => word ?? ''
  return {
    name,
    legalName,
    street,
    postCode,
    city,
    country,
    deductsInputTax,
    healthProfession,
    originalsWithLetters,
    paymentTermDays,
    extra: written(told.extra),
    email: written(told.email),
    phone: written(told.phone),
    website: written(told.website),
    vatId: written(told.vatId),
    iban: written(told.iban),
    bic: written(told.bic),
    accountHolder: written(told.accountHolder),
  }
}
