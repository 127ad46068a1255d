import { useQuery } from '@tanstack/react-query'
import { useMe } from '../api/me.ts'
import { policiesQuery, policyOf, standardOf } from './policies.ts'
import { ProcessPage } from './process-page.tsx'

export default function ProcessRoute() {
  const me = useMe()
  const { data } = useQuery(policiesQuery)
  return (
    <ProcessPage
      policy={data === undefined ? undefined : policyOf(standardOf(data))}
      maySet={me.may('settings.read')}
    />
  )
}
