import { type ReactNode, useId } from 'react'
import { useText } from '../../texts/index.ts'
import styles from './yes-no.module.css'

type Props = {
  readonly question: string
  readonly help?: ReactNode
  /** Undefined until a person has answered; never preset. */
  readonly value: boolean | undefined
  readonly onChange: (answer: boolean) => void
}

/** A fact that only a person knows. */
export function YesNo({ question, help, value, onChange }: Props) {
  const text = useText()
  const id = useId()
  const choice = (answer: boolean, label: string) => (
    <label className={styles.choice}>
      <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
      {label}
    </label>
  )
  return (
    <fieldset className={styles.question} aria-describedby={help === undefined ? undefined : `${id}-help`}>
      <legend>{question}</legend>
      {help === undefined ? null : (
        <p id={`${id}-help`} className="small muted">
          {help}
        </p>
      )}
      <div className={styles.choices}>
        {choice(true, text('ui.yes'))}
        {choice(false, text('ui.no'))}
      </div>
    </fieldset>
  )
}
