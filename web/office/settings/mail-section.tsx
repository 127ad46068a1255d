import type { MailSettings } from '@mahnwerk/client/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { IntakeSection } from './intake-section.tsx'
import { type MailAccount, MailPage, type MailTrial } from './mail-page.tsx'

export default function MailSection() {
  const text = useText()
  const me = useMe()
  const settings = useQuery({
    queryKey: ['mail-settings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/mail', { signal })),
  })
  const version = settings.data?.version ?? 0
  const save = useAct(
    ({ account, password }: { account: MailAccount; password: string | undefined }) =>
      answer(
        api.PUT('/api/v1/settings/mail', {
          body: { ...bodyOf(account), ...(password === undefined ? {} : { password }), version },
        }),
      ),
    ['mail-settings', 'tasks'],
    () => toast({ text: text('settings.saved') }),
  )
  const [trial, setTrial] = useState<MailTrial>()
  const tryOut = useAct(
    (to: string) => answer(api.POST('/api/v1/settings/mail/test', { body: { to } })),
    ['mails'],
    ({ outcome, title, detail, answer: words }) =>
      setTrial({ ok: outcome === 'accepted', title, detail, answer: words }),
  )
  const reading = useTold(settings.error)
  return (
    <MailPage
      account={settings.data === undefined ? undefined : accountOf(settings.data)}
      way={settings.data?.way ?? 'none'}
      passwordKept={settings.data?.passwordKept ?? false}
      busy={save.busy}
      trouble={save.trouble ?? tryOut.trouble ?? reading}
      mayWrite={me.may('settings.write')}
      ownAddress={me.email ?? ''}
      trial={trial}
      trying={tryOut.busy}
      onSave={(account, password) => save.run({ account, password })}
      onTry={(to) => {
        setTrial(undefined)
        tryOut.run(to)
      }}
      onRetry={() => void settings.refetch()}
      intake={<IntakeSection />}
    />
  )
}

function accountOf(told: MailSettings): MailAccount {
  const { host, port, security, user, fromName, fromAddress, replyTo, bounceAddress, bounceTokens } = told
  const words = { user: user ?? '', replyTo: replyTo ?? '', bounceAddress: bounceAddress ?? '' }
  const pace = {
    connections: String(told.connections),
    perMinute: told.perMinute === null ? '' : String(told.perMinute),
  }
  return { host, port: String(port), security, fromName, fromAddress, bounceTokens, ...words, ...pace }
}

function bodyOf({ port, connections, perMinute, ...account }: MailAccount) {
  const pace = { connections: Number(connections), perMinute: perMinute === '' ? null : Number(perMinute) }
  return { ...account, ...pace, port: Number(port) }
}
