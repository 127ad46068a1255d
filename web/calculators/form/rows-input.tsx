// Rows of one kind, day and amount each: payments, costs, letters, events. A row counts once it is complete.

import { parseDay } from '@mahnwerk/core/calendar'
import { ZERO, toDecimal } from '@mahnwerk/core/money'
import { IconPlus, IconX } from '@tabler/icons-react'
import { AmountField, Button, DateField, IconAction, SelectField } from '../../ui/index.ts'
import { useTexts } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { useForm } from './form-context.tsx'
import { type GivenRow, rowText, rowsIn } from './given.ts'
import styles from './form.module.css'
import type { Option } from './inputs.tsx'

type Props = {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly add: string
  /** The first is the kind of a new row; where there is one only, it is not asked. */
  readonly kinds: readonly Option[]
  readonly day?: string | undefined
  readonly amount?: string | undefined
  /** A second day, for the kinds that last. */
  readonly until?: { readonly label: string; readonly kinds: readonly string[] }
}

export function RowsInput({ name, label, help, add, kinds, day, amount, until }: Props) {
  const { country, given, generation, set, replace } = useForm()
  const { language } = useTexts()
  const rows = rowsIn(given, name, country.currency)
  const texts = given[name] ?? []
  const put = (at: number, change: Partial<GivenRow>): void => {
    const row = { ...(rows[at] ?? { kind: '', on: undefined, amount: undefined, until: undefined }), ...change }
    const money = row.amount === undefined ? undefined : toDecimal(row.amount, country.currency)
    set(name, texts.with(at, rowText(row.kind, row.on, money, row.until)))
  }
  // The rows behind move up, so their fields read themselves anew.
  const drop = (at: number): void => replace({ ...given, [name]: texts.toSpliced(at, 1) })
  return (
    <fieldset className={styles.rows}>
      <legend>
        {label}
        {help === undefined ? null : <small>{help}</small>}
      </legend>
      {rows.map((row, at) => (
        // A row has no name of its own; what is typed in it belongs to its place until rows move.
        <div key={`${generation}-${language}-${at}`} className={styles.row}>
          <RowFields
            row={row}
            kinds={kinds}
            day={day}
            amount={amount}
            until={until?.kinds.includes(row.kind) === true ? until.label : undefined}
            onChange={(change) => put(at, change)}
          />
          <DropRow what={label} at={at} onDrop={() => drop(at)} />
        </div>
      ))}
      <div>
        <Button
          small
          icon={<IconPlus aria-hidden />}
          onClick={() => set(name, [...texts, rowText(kinds[0]?.value ?? '')])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  )
}

function DropRow({ what, at, onDrop }: { what: string; at: number; onDrop: () => void }) {
  const text = useLawText()
  return <IconAction bare name={text('rows.drop', { what, number: at + 1 })} icon={<IconX />} onClick={onDrop} />
}

type RowProps = {
  readonly row: GivenRow
  readonly kinds: readonly Option[]
  readonly day: string | undefined
  readonly amount: string | undefined
  readonly until: string | undefined
  readonly onChange: (change: Partial<GivenRow>) => void
}

function RowFields({ row, kinds, day, amount, until, onChange }: RowProps) {
  const { country } = useForm()
  const text = useLawText()
  return (
    <>
      {kinds.length < 2 ? null : (
        <SelectField
          label={text('rows.kind')}
          data={[...kinds]}
          value={row.kind}
          onChange={(event) => onChange({ kind: event.target.value })}
        />
      )}
      {day === undefined ? null : (
        <DateField label={day} value={parseDay(row.on ?? '')} onChange={(on) => onChange({ on })} />
      )}
      {amount === undefined ? null : (
        <AmountField
          label={amount}
          currency={country.currency}
          value={row.amount}
          onChange={(sum) => onChange({ amount: sum !== undefined && sum < ZERO ? undefined : sum })}
        />
      )}
      {until === undefined ? null : (
        <DateField label={until} value={parseDay(row.until ?? '')} onChange={(end) => onChange({ until: end })} />
      )}
    </>
  )
}
