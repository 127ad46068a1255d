import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import type { Which } from './letters-view.ts'

export const templatesQuery = queryOptions({
  queryKey: ['letter-templates'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/letter-templates', { signal })),
})

export function templateQuery(which: Which) {
  return queryOptions({
    queryKey: ['letter-template', which],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/letter-templates/{language}/{kind}/{audience}', { params: { path: which }, signal })),
  })
}

export const letterheadQuery = queryOptions({
  queryKey: ['letterhead'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/letterhead', { signal })),
})

/** What a preview can be made of: overdue invoices first, else any; and the letters that were written last. */
export const previewSourcesQuery = queryOptions({
  queryKey: ['invoices', 'for-preview'],
  queryFn: async ({ signal }) => {
    const asked = (view: 'overdue' | 'all') =>
      answer(api.GET('/api/v1/invoices', { params: { query: { view, limit: 30 } }, signal }))
    const overdue = await asked('overdue')
    const { invoices } = overdue.invoices.length > 0 ? overdue : await asked('all')
    const { notices } = await answer(api.GET('/api/v1/notices', { params: { query: { limit: 10 } }, signal }))
    return { invoices, notices }
  },
})
