import { Suspense, lazy } from 'react'
import { LoadingState, Sheet } from '../../ui/index.ts'
import type { Of } from './use-statement.ts'

const Panel = lazy(() => import('./statement-panel.tsx'))

/** Where the statement stands on a page; its code and texts come after the page. */
export function StatementPlace(of: Of) {
  return (
    <Suspense
      fallback={
        <Sheet>
          <LoadingState lines={5} />
        </Sheet>
      }
    >
      <Panel {...of} />
    </Suspense>
  )
}
