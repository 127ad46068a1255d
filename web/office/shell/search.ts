// Finds invoices and cases by name, number, file number or amount.

import { answer, api } from '../api/client.ts'
import type { Text } from '../../texts/index.ts'
import type { Command } from '../../ui/index.ts'
import { paths } from '../paths.ts'

export async function searchRecords(
  query: string,
  signal: AbortSignal,
  text: Text,
  go: (href: string) => void,
): Promise<readonly Command[]> {
  const [invoices, cases] = await Promise.all([
    answer(api.GET('/api/v1/invoices', { params: { query: { q: query, limit: 8 } }, signal })),
    answer(api.GET('/api/v1/cases', { params: { query: { q: query, state: 'all', limit: 5 } }, signal })),
  ])
  return [
    ...invoices.invoices.map(({ id, number, debtorName }) => ({
      id: `invoice-${id}`,
      label: debtorName,
      note: number,
      group: text('search.invoice'),
      run: () => go(paths.invoice(id)),
    })),
    ...cases.cases.map(({ id, number, debtorName, partner }) => ({
      id: `case-${id}`,
      label: debtorName,
      note: `${number} · ${partner}`,
      group: text('search.case'),
      run: () => go(paths.case(id)),
    })),
  ]
}
