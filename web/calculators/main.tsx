import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { loadTexts } from '../texts/index.ts'
import { UiProvider } from '../ui/index.ts'
import { CalculatorsApp } from './calculators-app.tsx'

// Not awaited at top level: chunks that share code with this one would wait for it while it waits for them.
void start()

async function start(): Promise<void> {
  const texts = await loadTexts()
  const place = document.getElementById('root')
  if (place === null) throw new Error('rechner/index.html lacks #root')
  createRoot(place).render(
    <UiProvider texts={texts}>
      <Suspense fallback={null}>
        <CalculatorsApp />
      </Suspense>
    </UiProvider>,
  )
}
