import { useId } from 'react'
import styles from './choice.module.css'

type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly help?: string }

type Props<Value extends string> = {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Undefined until a person has chosen. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of a few, all of them visible. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.help === undefined || value !== option.value ? null : <small>{option.help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
