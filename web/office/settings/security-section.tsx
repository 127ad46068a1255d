import { instant } from '@mahnwerk/core/calendar'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useTold } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { deviceWords } from './device-words.ts'
import { type Enrolment, SecurityPage } from './security-page.tsx'

export default function SecuritySection() {
  const text = useText()
  const me = useMe()
  const client = useQueryClient()
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/me/sessions', { signal })),
  })
  const done = (): void => {
    setEnrolment(undefined)
    void client.invalidateQueries({ queryKey: ['me'] })
    toast({ text: text('settings.saved') })
  }
  const change = useAct(
    ({ current, next }: { current: string; next: string }) =>
      answer(api.POST('/api/auth/change-password', { body: { currentPassword: current, newPassword: next } })),
    ['sessions', 'me'],
    done,
  )
  const enable = useAct(
    (password: string) => answer(api.POST('/api/auth/two-factor/enable', { body: { password } })).then(enrolmentOf),
    [],
    setEnrolment,
  )
  const confirm = useAct(
    (code: string) => answer(api.POST('/api/auth/two-factor/verify-totp', { body: { code } })),
    ['me'],
    done,
  )
  const disable = useAct(
    (password: string) => answer(api.POST('/api/auth/two-factor/disable', { body: { password } })),
    ['me'],
    done,
  )
  const end = useAct(
    (id: string) => answer(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    ['sessions'],
  )
  const reading = useTold(sessions.error)
  return (
    <SecurityPage
      twoFactor={me.twoFactorEnabled}
      passwordDue={me.passwordChangeDue}
      enrolment={enrolment}
      sessions={(sessions.data?.sessions ?? []).map(({ id, current, createdAt, userAgent, address }) => ({
        id,
        current,
        since: instant(createdAt),
        device: userAgent === null ? (address ?? text('security.unknownDevice')) : deviceWords(userAgent),
      }))}
      busy={[change, enable, confirm, disable, end].some((act) => act.busy)}
      trouble={[change, enable, confirm, disable, end].find((act) => act.trouble !== undefined)?.trouble ?? reading}
      onPassword={(current, next) => change.run({ current, next })}
      onEnable={enable.run}
      onConfirm={confirm.run}
      onDisable={disable.run}
      onEndSession={end.run}
    />
  )
}

// The picture is drawn here, so that the secret goes to nobody else; the library comes only when it is needed.
async function enrolmentOf({ totpURI, backupCodes }: { totpURI: string; backupCodes: string[] }): Promise<Enrolment> {
  const { default: qrcode } = await import('qrcode')
  const qrSvg = await qrcode.toString(totpURI, { type: 'svg', margin: 1 })
  return { qrSvg, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
}
