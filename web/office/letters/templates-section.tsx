import { useQuery } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import { useMe } from '../api/me.ts'
import { templatesQuery } from './letters-queries.ts'
import { TemplatesPage } from './templates-page.tsx'

export default function TemplatesSection() {
  const me = useMe()
  const list = useQuery(templatesQuery)
  const trouble = useTold(list.error)
  return (
    <TemplatesPage
      list={list.data}
      trouble={trouble}
      mayWrite={me.may('settings.write')}
      onRetry={() => void list.refetch()}
    />
  )
}
