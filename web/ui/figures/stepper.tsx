import type { ReactNode } from 'react'
import { useText } from '../../texts/index.ts'
import styles from './stepper.module.css'

export type Step = {
  readonly id: string
  readonly label: string
  readonly note?: ReactNode
  readonly state: 'done' | 'now' | 'ahead'
}

/** Stages in their order: what is done, where it stands, what may come. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const text = useText()
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={styles[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span>{step.label}</span>
          {step.note === undefined ? null : <span className={styles.note}>{step.note}</span>}
          {step.state === 'done' ? <span className="hidden">, {text('ui.stepDone')}</span> : null}
        </li>
      ))}
    </ol>
  )
}
