// A calculator's page: questions on the left, the answer on the right, both on sheets.

import type { ReactNode } from 'react'
import { useLawText } from '../../texts/law/law-text.ts'
import { Sheet } from '../../ui/index.ts'
import formStyles from '../form/form.module.css'
import styles from '../calculators.module.css'
import { ShareActs } from '../share-acts.tsx'

export function CalculatorPage({ questions, answer }: { questions: ReactNode; answer: ReactNode }) {
  const text = useLawText()
  return (
    <div className={styles.columns}>
      <Sheet title={text('form.title')} lead={text('form.lead')}>
        <div className={formStyles.form}>{questions}</div>
      </Sheet>
      <div className={styles.result}>
        <Sheet flush>
          <section aria-label={text('result.title')}>{answer}</section>
        </Sheet>
        <ShareActs />
      </div>
    </div>
  )
}

export function Two({ children }: { children: ReactNode }) {
  return <div className={formStyles.two}>{children}</div>
}
