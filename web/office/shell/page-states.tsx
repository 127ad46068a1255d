// What stands in for a page that is on its way or could not come.

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useText, useTold } from '../../texts/index.ts'
import { ErrorState, LoadingState, Sheet } from '../../ui/index.ts'
import styles from './page-states.module.css'

export function PagePending() {
  return (
    <div className={styles.place}>
      <Sheet>
        <LoadingState />
      </Sheet>
    </div>
  )
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const text = useText()
  const router = useRouter()
  const trouble = useTold(error)
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  if (trouble === undefined) return <PagePending />
  return (
    <main className={styles.place}>
      <h1 className="hidden">{text('failed.title')}</h1>
      <Sheet>
        <ErrorState trouble={trouble} onRetry={retry} />
      </Sheet>
    </main>
  )
}
