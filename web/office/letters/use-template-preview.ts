// The words as a letter, asked for when they have rested for a moment; what was seen last stays until the next is there.

import type { MailPreview } from '@mahnwerk/client/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Trouble } from '../../ui/index.ts'
import { useTold } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import { previewSourcesQuery } from './letters-queries.ts'
import type { Judgement, Which, Words } from './letters-view.ts'

/** "invoice:<id>", "notice:<id>", or "" for none. */
export type Source = string

export type TemplatePreview = {
  readonly judgement: Judgement | undefined
  readonly mail: MailPreview | undefined
  readonly waiting: boolean
  readonly trouble: Trouble | undefined
  readonly sources: Sources | undefined
  readonly source: Source
  readonly choose: (source: Source) => void
  /** Of the words as they were shown. */
  readonly loadPdf: (signal?: AbortSignal) => ReturnType<typeof askPdf>
  /** Changes with everything that the page shows. */
  readonly shown: string
}

export type Sources = Awaited<ReturnType<NonNullable<typeof previewSourcesQuery.queryFn>>>

const REST_MS = 350

export function useTemplatePreview(which: Which, words: Words): TemplatePreview {
  const sources = useQuery(previewSourcesQuery)
  const [chosen, choose] = useState<Source>()
  const rested = useRested(words)
  const first = sources.data?.invoices[0]
  const source = chosen ?? (first === undefined ? '' : `invoice:${first.id}`)
  const body = { ...which, words: rested, ...sourceOf(source) }
  const shown = JSON.stringify(body)
  const asked = useQuery({
    queryKey: ['template-preview', shown],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/letter-templates/preview', { body, signal })),
    enabled: !sources.isPending,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return {
    judgement: asked.data?.judgement,
    mail: asked.data?.mail ?? undefined,
    waiting: rested !== words || asked.isPlaceholderData || asked.isPending,
    trouble: useTold(asked.error ?? sources.error),
    sources: sources.data,
    source,
    choose,
    loadPdf: (signal) => askPdf(body, signal),
    shown,
  }
}

type Body = Which & { words: Words; invoiceId?: string; noticeId?: string }

function askPdf(body: Body, signal?: AbortSignal) {
  return api.POST('/api/v1/letter-templates/preview.pdf', {
    body,
    parseAs: 'blob',
    ...(signal === undefined ? {} : { signal }),
  })
}

function sourceOf(source: Source): { invoiceId?: string; noticeId?: string } {
  const [kind, id] = source.split(':')
  if (id === undefined) return {}
  return kind === 'notice' ? { noticeId: id } : { invoiceId: id }
}

function useRested(words: Words): Words {
  const [rested, setRested] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), REST_MS)
    return () => clearTimeout(timer)
  }, [words])
  return rested
}
