import { type LocalDate, formatDay, parseDayInput } from '@mahnwerk/core/calendar'
import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useText, useTexts } from '../../texts/index.ts'
import { LoadingState } from '../feedback/states.tsx'
import { IconAction } from './icon-action.tsx'
import { TextField } from './fields.tsx'

// The calendar sheet and its texts are fetched when someone opens it; typing needs neither.
const Calendar = lazy(() => import('./calendar.tsx'))

type Props = {
  readonly label: string
  readonly value: LocalDate | undefined
  readonly onChange: (day: LocalDate | undefined) => void
  readonly description?: string
  readonly error?: string | undefined
  readonly required?: boolean
  readonly min?: LocalDate
  readonly max?: LocalDate
}

/** A day typed as TT.MM.JJJJ (also 1.2.26) or picked from a sheet. */
export function DateField({ label, value, onChange, description, error, required = false, min, max }: Props) {
  const { text, language } = useTexts()
  const [typed, setTyped] = useState(value === undefined ? '' : formatDay(value))
  const [open, setOpen] = useState(false)
  const [touched, setTouched] = useState(false)
  const fault = touched ? faultOf(typed, min, max) : undefined
  const change = (entry: string): void => {
    setTyped(entry)
    const day = parseDayInput(entry)
    onChange(day !== undefined && faultOf(entry, min, max) === undefined ? day : undefined)
  }
  const pick = (day: LocalDate): void => {
    change(formatDay(day))
    setOpen(false)
  }
  const leave = (): void => {
    setTouched(true)
    const day = parseDayInput(typed)
    if (day !== undefined) setTyped(formatDay(day))
  }
  const picker = (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <IconAction bare name={text('ui.pickDay')} icon={<IconCalendar />} onClick={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={<LoadingState lines={4} />}>
          <Calendar value={parseDayInput(typed)} language={language} min={min} max={max} onPick={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextField
      label={label}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      placeholder={text('ui.dayPattern')}
      required={required}
      value={typed}
      error={useFaultText(fault, min, max) ?? error}
      rightSection={picker}
      onChange={(event) => change(event.target.value)}
      onBlur={leave}
    />
  )
}

type Fault = 'unreadable' | 'early' | 'late'

function faultOf(typed: string, min: LocalDate | undefined, max: LocalDate | undefined): Fault | undefined {
  if (typed.trim() === '') return undefined
  const day = parseDayInput(typed)
  if (day === undefined) return 'unreadable'
  if (min !== undefined && day < min) return 'early'
  return max !== undefined && day > max ? 'late' : undefined
}

function useFaultText(
  fault: Fault | undefined,
  min: LocalDate | undefined,
  max: LocalDate | undefined,
): string | undefined {
  const text = useText()
  if (fault === undefined) return undefined
  if (fault === 'early') return text('ui.dayTooEarly', { day: min === undefined ? '' : formatDay(min) })
  return fault === 'late'
    ? text('ui.dayTooLate', { day: max === undefined ? '' : formatDay(max) })
    : text('ui.dayUnreadable')
}
