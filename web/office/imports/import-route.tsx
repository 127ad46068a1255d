import type { Import } from '@mahnwerk/client/api'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { useAct } from '../api/act.ts'
import { useMe } from '../api/me.ts'
import { apiMappingOf, filesOf, mappingStepOf } from './import-from-api.ts'
import { ImportPage } from './import-page.tsx'
import type { ImportedFile } from './imported-file.ts'
import type { Mapping } from './table-mapping.tsx'

/** Files sent in one request: few enough to see progress, enough not to wait for each. */
const AT_ONCE = 20
const STALE = ['invoices', 'invoice-counts', 'overview']

export default function ImportRoute() {
  const me = useMe()
  const [practiceId, setPractice] = useState(me.practices[0]?.id ?? '')
  const sending = useSending(practiceId)
  const imports = useImports(sending.ids)
  const map = useAct(
    ({ id, mapping }: { id: string; mapping: Mapping }) =>
      answer(api.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id } }, body: apiMappingOf(mapping) })),
    ['import'],
  )
  const run = useAct(
    (id: string) => answer(api.POST('/api/v1/imports/{id}/run', { params: { path: { id } } })),
    ['import', ...STALE],
  )
  const trouble = useTold(sending.error)
  const steps = imports.map((told) =>
    mappingStepOf(told, {
      busy: map.busy || run.busy,
      onMapping: (mapping) => map.run({ id: told.id, mapping }),
      onImport: () => run.run(told.id),
    }),
  )
  return (
    <ImportPage
      practices={me.practices}
      practiceId={practiceId}
      files={[...sending.waiting, ...imports.flatMap(filesOf)]}
      mappings={steps.filter((step) => step !== undefined)}
      busy={sending.waiting.length > 0}
      trouble={trouble ?? map.trouble ?? run.trouble}
      onPractice={setPractice}
      onFiles={(files) => void sending.send(files)}
    />
  )
}

/** Sends files in portions; those not yet sent are shown as waiting. Newest imports first. */
function useSending(practiceId: string) {
  const client = useQueryClient()
  const [ids, setIds] = useState<readonly string[]>([])
  const [waiting, setWaiting] = useState<readonly ImportedFile[]>([])
  const [error, setError] = useState<unknown>()
  const send = async (files: readonly File[]): Promise<void> => {
    setError(undefined)
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const portion = files.slice(at, at + AT_ONCE)
      setWaiting(
        files.slice(at).map(({ name }, index) => ({
          id: `${at + index}-${name}`,
          name,
          state: index < portion.length ? 'reading' : 'waiting',
        })),
      )
      try {
        const { imports } = await upload(practiceId, portion)
        for (const told of imports) client.setQueryData(['import', told.id], told)
        setIds((before) => [...imports.map(({ id }) => id), ...before])
      } catch (failure) {
        setError(failure)
        break
      }
    }
    setWaiting([])
    for (const key of STALE) void client.invalidateQueries({ queryKey: [key] })
  }
  return { ids, waiting, error, send }
}

function upload(practiceId: string, files: readonly File[]) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return answer(
    api.POST('/api/v1/imports', {
      params: { query: practiceId === '' ? {} : { practiceId } },
      body: form as never,
      bodySerializer: () => form,
    }),
  ) // a form is sent as it is: the document's type of a file is text
}

const LOOK_AGAIN_MS = 700

function useImports(ids: readonly string[]): readonly Import[] {
  const results = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['import', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
      // A running table tells its progress; everything else stays as it is.
      refetchInterval: (query: { state: { data?: Import | undefined } }) =>
        query.state.data?.state === 'running' ? LOOK_AGAIN_MS : false,
    })),
  })
  return results.map(({ data }) => data).filter((told) => told !== undefined)
}
