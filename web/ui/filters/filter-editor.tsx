import { parseDay } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { type FormEvent, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { AmountField } from '../forms/amount-field.tsx'
import { Button } from '../forms/button.tsx'
import { DateField } from '../forms/date-field.tsx'
import { SelectField, TextField } from '../forms/fields.tsx'
import styles from './filter-chips.module.css'
import type { Filter, FilterField } from './filter.ts'

type Props = {
  readonly field: FilterField
  readonly filter?: Filter
  readonly onDone: (filter: Filter | undefined) => void
}

export default function FilterEditor({ field, filter, onDone }: Props) {
  const text = useText()
  const [operator, setOperator] = useState(filter?.operator ?? field.operators[0]?.id ?? '')
  const [value, setValue] = useState(filter?.value ?? field.choices?.[0]?.value ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (value !== '') onDone({ field: field.id, operator, value })
  }
  return (
    <form className={styles.editor} onSubmit={submit}>
      <p className="strong">{field.label}</p>
      {field.operators.length < 2 ? null : (
        <SelectField
          aria-label={text('ui.filter.operator')}
          data-autofocus
          data={field.operators.map(({ id, label }) => ({ value: id, label }))}
          value={operator}
          onChange={(event) => setOperator(event.target.value)}
        />
      )}
      <ValueField field={field} value={value} onChange={setValue} />
      <div className={styles.buttons}>
        {filter === undefined ? null : (
          <Button small kind="quiet" onClick={() => onDone(undefined)}>
            {text('ui.filter.removeTip')}
          </Button>
        )}
        <Button small kind="primary" type="submit" reason={value === '' ? text('ui.filter.valueMissing') : undefined}>
          {text('ui.filter.apply')}
        </Button>
      </div>
    </form>
  )
}

function ValueField({
  field,
  value,
  onChange,
}: {
  field: FilterField
  value: string
  onChange: (value: string) => void
}) {
  const text = useText()
  const label = text('ui.filter.value')
  switch (field.kind) {
    case 'amount':
      return (
        <AmountField
          label={label}
          currency={EUR}
          value={value === '' ? undefined : minor(Number(value))}
          onChange={(amount) => onChange(amount === undefined ? '' : String(amount))}
          autoFocus
        />
      )
    case 'day':
      return <DateField label={label} value={parseDay(value)} onChange={(day) => onChange(day ?? '')} />
    case 'choice':
      return (
        <SelectField
          label={label}
          data={(field.choices ?? []).map((choice) => ({ ...choice }))}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'number':
      return (
        <TextField
          label={field.unit === undefined ? label : `${label} (${field.unit})`}
          inputMode="numeric"
          data-autofocus
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
      )
    case 'text':
      return <TextField label={label} data-autofocus value={value} onChange={(event) => onChange(event.target.value)} />
  }
}
