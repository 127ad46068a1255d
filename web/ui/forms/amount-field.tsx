import { type Minor, type Money, formatMoney, parseAmountInput } from '@mahnwerk/core/money'
import { useState } from 'react'
import { useTexts } from '../../texts/index.ts'
import { TextField } from './fields.tsx'

type Props = {
  readonly label: string
  readonly currency: Money['currency']
  readonly value: Minor | undefined
  /** Undefined where what was typed is no amount. */
  readonly onChange: (amount: Minor | undefined) => void
  readonly description?: string
  readonly error?: string | undefined
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** A sum as people type it (1.234,56, 1234,5, 12.50 €); written out in full when the field is left. */
export function AmountField({
  label,
  currency,
  value,
  onChange,
  description,
  error,
  required = false,
  autoFocus = false,
}: Props) {
  const { text, language } = useTexts()
  const write = (amount: Minor): string => formatMoney(amount, currency, language)
  const [typed, setTyped] = useState(value === undefined ? '' : write(value))
  const [touched, setTouched] = useState(false)
  const unreadable = touched && typed.trim() !== '' && parseAmountInput(typed, currency, language) === undefined
  const change = (entry: string): void => {
    setTyped(entry)
    onChange(parseAmountInput(entry, currency, language))
  }
  const leave = (): void => {
    setTouched(true)
    const amount = parseAmountInput(typed, currency, language)
    if (amount !== undefined) setTyped(write(amount))
  }
  return (
    <TextField
      label={label}
      description={description}
      inputMode="decimal"
      autoComplete="off"
      required={required}
      data-autofocus={autoFocus || undefined}
      value={typed}
      error={unreadable ? text('ui.amountUnreadable') : error}
      onChange={(event) => change(event.target.value)}
      onBlur={leave}
    />
  )
}
