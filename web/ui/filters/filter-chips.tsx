import { Popover } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../texts/index.ts'
import styles from './filter-chips.module.css'
import { FilterEditor } from './filter-editor.tsx'
import type { Filter, FilterField } from './filter.ts'

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
          return field === undefined ? null : (
            <Chip
              key={`${filter.field}${filter.operator}${at}`}
              field={field}
              filter={filter}
              onChange={(next) => replace(at, next)}
            />
          )
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

function Chip({
  field,
  filter,
  onChange,
}: {
  field: FilterField
  filter: Filter
  onChange: (next: Filter | undefined) => void
}) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const operator = field.operators.find((candidate) => candidate.id === filter.operator)?.label ?? ''
  return (
    <li className={styles.chip}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <button type="button" className={styles.words} onClick={() => setOpen(!open)}>
            {field.label}{' '}
            <b>
              {operator} {field.write(filter.value)}
            </b>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.sheet ?? ''} aria-label={field.label}>
          <FilterEditor
            field={field}
            filter={filter}
            onDone={(next) => {
              setOpen(false)
              onChange(next)
            }}
          />
        </Popover.Dropdown>
      </Popover>
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
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<FilterField>()
  const change = (opened: boolean): void => {
    setOpen(opened)
    setChosen(undefined)
  }
  return (
    <Popover opened={open} onChange={change} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className={styles.add} onClick={() => change(!open)}>
          <IconPlus aria-hidden />
          {text('ui.filter.add')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.sheet ?? ''} aria-label={text('ui.filter.add')}>
        {chosen === undefined ? (
          <ul className={styles.fields}>
            {fields.map((field) => (
              <li key={field.id}>
                <button type="button" onClick={() => setChosen(field)}>
                  {field.label} …
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <FilterEditor
            field={chosen}
            onDone={(filter) => {
              change(false)
              if (filter !== undefined) onAdd(filter)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
