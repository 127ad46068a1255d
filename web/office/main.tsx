import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { loadTexts } from '../texts/index.ts'
import { UiProvider } from '../ui/index.ts'
import { queryClient } from './api/query-client.ts'
import { router } from './router.tsx'

// Not awaited at top level: chunks that share code with this one would wait for it while it waits for them.
void start()

async function start(): Promise<void> {
  await answerFromSamples()
  const texts = await loadTexts()
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html lacks #root')
  createRoot(place).render(
    <UiProvider texts={texts}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>,
  )
}

/** Sample answers instead of a server, to look at every page. The condition is false when the product is built, and the bundler then leaves the import out. */
async function answerFromSamples(): Promise<void> {
  if (import.meta.env.MODE !== 'preview') return
  const samples = await import('./preview/sample-server.ts')
  samples.answerFromSamples()
}
