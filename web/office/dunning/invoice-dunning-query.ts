import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

export const invoiceDunningQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoice-dunning', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/invoices/{id}/dunning', { params: { path: { id } }, signal })),
  })
