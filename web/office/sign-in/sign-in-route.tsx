import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { type Credentials, SignInPage, type SecondFactor } from './sign-in-page.tsx'

const route = getRouteApi('/anmelden')

export default function SignInRoute() {
  const { zurueck } = route.useSearch()
  const router = useRouter()
  const client = useQueryClient()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const enter = (): void => {
    client.clear()
    router.history.push(inside(zurueck))
  }
  const password = useAct(
    (credentials: Credentials) => answer(api.POST('/api/auth/sign-in/email', { body: credentials })),
    [],
    (told) => (told.twoFactorRedirect === true ? setStep('code') : enter()),
  )
  const code = useAct(
    ({ kind, code: typed }: SecondFactor) =>
      answer(
        kind === 'app'
          ? api.POST('/api/auth/two-factor/verify-totp', { body: { code: typed } })
          : api.POST('/api/auth/two-factor/verify-backup-code', { body: { code: typed } }),
      ),
    [],
    enter,
  )
  const back = (): void => {
    code.reset()
    setStep('password')
  }
  const act = step === 'code' ? code : password
  return (
    <SignInPage
      step={step}
      busy={act.busy}
      trouble={act.trouble}
      onPassword={password.run}
      onCode={code.run}
      onBack={back}
    />
  )
}

/** Only a path of our own: an address handed in from outside must lead nowhere else. */
function inside(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/'
}
