// A calculator's page: questions on the left, the answer on the right, both on sheets.

import { type ReactNode, useState } from 'react'
import { useLawText } from '../../texts/law/law-text.ts'
import { Sheet } from '../../ui/index.ts'
import formStyles from '../form/form.module.css'
import styles from '../calculators.module.css'
import { PeekProvider } from '../peek.ts'
import { ShareActs } from '../share-acts.tsx'

export function CalculatorPage({ questions, answer }: { questions: ReactNode; answer: ReactNode }) {
  const text = useLawText()
  const [peek, setPeek] = useState<HTMLElement | null>(null)
  return (
    <div className={styles.columns}>
      <div>
        <Sheet title={text('form.title')} lead={text('form.lead')}>
          <div className={formStyles.form}>{questions}</div>
        </Sheet>
        <div ref={setPeek} className={styles.peek} aria-hidden="true" />
      </div>
      <div className={styles.result} data-answer>
        <Sheet flush>
          <section aria-label={text('result.title')}>
            <PeekProvider value={peek}>{answer}</PeekProvider>
          </section>
        </Sheet>
        <ShareActs />
      </div>
    </div>
  )
}

export function Two({ children }: { children: ReactNode }) {
  return <div className={formStyles.two}>{children}</div>
}
