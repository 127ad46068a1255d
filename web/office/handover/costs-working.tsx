import { Explanation } from '../../law/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import styles from './handover.module.css'
import type { CostsByLaw } from './use-costs.ts'

/** How the sum by law is worked out, for those who ask. */
export default function CostsWorking({ costs }: { costs: CostsByLaw }) {
  const text = useLawText()
  return (
    <details className={styles.working}>
      <summary>{text('handover.working')}</summary>
      <p>{text('handover.workingLead')}</p>
      <Explanation
        lines={costs.why.lines.length === 0 ? [costs.why] : costs.why.lines}
        currency={costs.most.currency}
      />
    </details>
  )
}
