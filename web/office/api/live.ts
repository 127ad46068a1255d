// What changes on the server changes the open page: a message names the kind and the id, the page asks again with its own
// rights. Several within a moment are one question.

import type { QueryClient } from '@tanstack/react-query'

const KEYS: Readonly<Record<string, readonly string[]>> = {
  invoice: [
    'invoices',
    'invoice',
    'invoice-dunning',
    'notices',
    'invoice-counts',
    'overview',
    'holds',
    'dunning-preview',
  ],
  debtor: ['invoice', 'invoices', 'invoice-dunning', 'debtor', 'holds', 'dunning-preview'],
  case: ['cases', 'case', 'invoices', 'invoice', 'overview'],
  payment: ['payments', 'cash-book', 'invoice', 'invoices', 'case', 'overview'],
  task: ['tasks'],
  import: ['import'],
  connection: ['connections'],
  run: ['dunning-run', 'dunning-runs', 'notices', 'print-pool'],
  mail: ['mails', 'received-mails', 'mail-settings', 'notices', 'invoice-dunning', 'invoice'],
  outbox: ['payments', 'case', 'connections'],
}

const GATHER_MS = 120

/** Listens until the returned function is called. */
export function listen(client: QueryClient): () => void {
  const source = new EventSource('/api/v1/live')
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = (): void => {
    timer = undefined
    const topics = [...waiting]
    waiting.clear()
    // The clock moves everything.
    if (topics.includes('clock')) void client.invalidateQueries()
    for (const key of new Set(topics.flatMap((topic) => KEYS[topic] ?? [])))
      void client.invalidateQueries({ queryKey: [key] })
  }
  source.addEventListener('message', (message: MessageEvent<string>) => {
    const change = JSON.parse(message.data) as { topic?: unknown } // written by our own server
    if (typeof change.topic === 'string') waiting.add(change.topic)
    timer ??= setTimeout(ask, GATHER_MS)
  })
  // After a break the stream may have missed something.
  let broken = false
  source.addEventListener('error', () => {
    broken = true
  })
  source.addEventListener('open', () => {
    if (broken) void client.invalidateQueries()
    broken = false
  })
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
