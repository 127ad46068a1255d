import { useText } from '../../texts/index.ts'
import { Button, EmptyState, PageHead } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './page-states.module.css'

export function NotFound() {
  const text = useText()
  return (
    <main className={styles.place}>
      <PageHead title={text('notFound.title')} />
      <EmptyState
        title={text('notFound.sentence')}
        actions={
          <Button kind="primary" href={paths.overview}>
            {text('notFound.home')}
          </Button>
        }
      >
        {text('notFound.words')}
      </EmptyState>
    </main>
  )
}
