import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { LoadingState } from '../feedback/states.tsx'
import { ActList } from '../overlays/act-list.tsx'
import { Flyout } from '../overlays/flyout.tsx'
import styles from './filter-chips.module.css'
import type { Filter, FilterField } from './filter.ts'

// The fields of a form are fetched when the first filter is opened.
const FilterEditor = lazy(() => import('./filter-editor.tsx'))

type Props = {
  readonly fields: readonly FilterField[]
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
  /** Further controls of the list, at the end of the line. */
  readonly end?: ReactNode
}

/** The filters of a list as sentences that can be changed and taken away. */
export function FilterChips({ fields, filters, onChange, end }: Props) {
  const text = useText()
  const replace = (at: number, next: Filter | undefined): void =>
    onChange(filters.flatMap((filter, index) => (index === at ? (next ?? []) : filter)))
  return (
    <div className={styles.line}>
      <ul className={styles.chips} aria-label={text('ui.filter.active')}>
        {filters.map((filter, at) => {
          const field = fields.find((candidate) => candidate.id === filter.field)
          if (field === undefined) return null
          const key = `${filter.field}${filter.operator}${at}`
          return <Chip key={key} field={field} filter={filter} onChange={(next) => replace(at, next)} />
        })}
        <li>
          <AddFilter fields={fields} onAdd={(filter) => onChange([...filters, filter])} />
        </li>
        {filters.length > 1 ? (
          <li>
            <button type="button" className={styles.clear} onClick={() => onChange([])}>
              {text('ui.filter.clear')}
            </button>
          </li>
        ) : null}
      </ul>
      {end === undefined ? null : <div className={styles.end}>{end}</div>}
    </div>
  )
}

type ChipProps = {
  readonly field: FilterField
  readonly filter: Filter
  readonly onChange: (next: Filter | undefined) => void
}

function Chip({ field, filter, onChange }: ChipProps) {
  const text = useText()
  const operator = field.operators.find((candidate) => candidate.id === filter.operator)?.label ?? ''
  return (
    <li className={styles.chip}>
      <Flyout
        label={field.label}
        renderOpener={(opener) => (
          <button type="button" className={styles.words} {...opener}>
            {field.label}{' '}
            <b>
              {operator} {field.write(filter.value)}
            </b>
          </button>
        )}
      >
        {(close) => <Editor field={field} filter={filter} close={close} onDone={onChange} />}
      </Flyout>
      <button
        type="button"
        className={styles.remove}
        aria-label={text('ui.filter.remove', { name: field.label })}
        data-tip={text('ui.filter.removeTip')}
        onClick={() => onChange(undefined)}
      >
        <IconX aria-hidden />
      </button>
    </li>
  )
}

function AddFilter({ fields, onAdd }: { fields: readonly FilterField[]; onAdd: (filter: Filter) => void }) {
  const text = useText()
  return (
    <Flyout
      label={text('ui.filter.add')}
      renderOpener={(opener) => (
        <button type="button" className={styles.add} {...opener}>
          <IconPlus aria-hidden />
          {text('ui.filter.add')}
        </button>
      )}
    >
      {(close) => <NewFilter fields={fields} close={close} onAdd={onAdd} />}
    </Flyout>
  )
}

type NewProps = {
  readonly fields: readonly FilterField[]
  readonly close: () => void
  readonly onAdd: (filter: Filter) => void
}

/** First the field, then its value. */
function NewFilter({ fields, close, onAdd }: NewProps) {
  const [chosen, setChosen] = useState<FilterField>()
  const add = (filter: Filter | undefined): void => {
    if (filter !== undefined) onAdd(filter)
  }
  if (chosen !== undefined) return <Editor field={chosen} close={close} onDone={add} />
  const acts = fields.map((field) => ({ id: field.id, label: `${field.label} …`, run: () => setChosen(field) }))
  return <ActList acts={acts} done={stay} />
}

/** The flyout stays open: the next question follows in it. */
function stay(): void {}

type EditorProps = {
  readonly field: FilterField
  readonly filter?: Filter
  readonly close: () => void
  readonly onDone: (filter: Filter | undefined) => void
}

function Editor({ field, filter, close, onDone }: EditorProps) {
  const done = (next: Filter | undefined): void => {
    close()
    onDone(next)
  }
  return (
    <Suspense fallback={<LoadingState lines={3} />}>
      <FilterEditor field={field} {...(filter === undefined ? {} : { filter })} onDone={done} />
    </Suspense>
  )
}
