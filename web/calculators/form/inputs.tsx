// The fields of ui, each tied to one name of what is given.

import { parseDay } from '@mahnwerk/core/calendar'
import { ZERO, parseDecimal, toDecimal } from '@mahnwerk/core/money'
import { useId } from 'react'
import { AmountField, Choice, DateField, SelectField, TextField } from '../../ui/index.ts'
import { useTexts } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { useForm } from './form-context.tsx'
import { tickIn, wordIn } from './given.ts'
import styles from './form.module.css'

type Named = {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** Why the answer is missing, where this field is the reason. */
  readonly fault?: string | undefined
}

export function AmountInput({ name, label, help, fault }: Named) {
  const { country, given, generation, set } = useForm()
  const { language } = useTexts()
  const word = wordIn(given, name)
  return (
    <AmountField
      // Another language writes the same sum otherwise.
      key={`${generation}-${language}`}
      label={label}
      currency={country.currency}
      value={word === undefined ? undefined : parseDecimal(word, country.currency)}
      onChange={(amount) =>
        set(name, amount === undefined || amount < ZERO ? [] : [toDecimal(amount, country.currency)])
      }
      error={fault}
      {...(help === undefined ? {} : { description: help })}
    />
  )
}

export function DayInput({ name, label, help, fault }: Named) {
  const { given, generation, set } = useForm()
  return (
    <DateField
      key={generation}
      label={label}
      value={parseDay(wordIn(given, name) ?? '')}
      onChange={(on) => set(name, on === undefined ? [] : [on])}
      error={fault}
      {...(help === undefined ? {} : { description: help })}
    />
  )
}

/** A number as people write it, kept with a point. */
export function NumberInput({ name, label, help, fault, suffix }: Named & { readonly suffix?: string }) {
  const { given, generation, set } = useForm()
  const { language } = useTexts()
  const point = language === 'de' ? ',' : '.'
  return (
    <TextField
      key={`${generation}-${language}`}
      label={label}
      description={help}
      error={fault}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={(wordIn(given, name) ?? '').replace('.', point)}
      rightSection={suffix === undefined ? undefined : <span className="muted">{suffix}</span>}
      onChange={(event) => set(name, [event.target.value.trim().replace(',', '.')])}
    />
  )
}

export function WordInput({ name, label, help, fault }: Named) {
  const { given, generation, set } = useForm()
  return (
    <TextField
      key={generation}
      label={label}
      description={help}
      error={fault}
      autoComplete="off"
      defaultValue={wordIn(given, name) ?? ''}
      onChange={(event) => set(name, [event.target.value.trim()])}
    />
  )
}

export type Option = { readonly value: string; readonly label: string }

export function ChoiceInput({ name, label, options }: Named & { readonly options: readonly Option[] }) {
  const { given, set } = useForm()
  return <Choice label={label} options={options} value={wordIn(given, name)} onChange={(value) => set(name, [value])} />
}

/** One of several; the first is meant where nothing is given. */
export function SelectInput({ name, label, help, options }: Named & { readonly options: readonly Option[] }) {
  const { given, set } = useForm()
  const [first] = options
  return (
    <SelectField
      label={label}
      description={help}
      data={[...options]}
      value={wordIn(given, name) ?? first?.value ?? ''}
      onChange={(event) => set(name, event.target.value === first?.value ? [] : [event.target.value])}
    />
  )
}

export function RegionInput({ name, help }: { readonly name: string; readonly help?: string }) {
  const { country } = useForm()
  const text = useLawText()
  const regions = Object.entries(country.regions)
  if (regions.length === 0) return null
  return (
    <SelectInput
      name={name}
      label={text('field.region')}
      help={help ?? text('field.regionHelp')}
      options={[{ value: '', label: text('field.regionAny') }, ...regions.map(([value, label]) => ({ value, label }))]}
    />
  )
}

export function TickInput({ name, label, help, otherwise = false }: Named & { readonly otherwise?: boolean }) {
  const { given, set } = useForm()
  const id = useId()
  const ticked = tickIn(given, name, otherwise)
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={ticked}
        aria-describedby={help === undefined ? undefined : id}
        onChange={() => set(name, ticked === !otherwise ? [] : [ticked ? 'nein' : 'ja'])}
      />
      <span>{label}</span>
      {help === undefined ? null : <small id={id}>{help}</small>}
    </label>
  )
}
