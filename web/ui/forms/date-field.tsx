import { type LocalDate, formatDay, parseDayInput } from '@mahnwerk/core/calendar'
import { IconCalendar } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useText, useTexts } from '../../texts/index.ts'
import { LoadingState } from '../feedback/states.tsx'
import { Flyout } from '../overlays/flyout.tsx'
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
  const [touched, setTouched] = useState(false)
  const fault = touched ? faultOf(typed, min, max) : undefined
  const change = (entry: string): void => {
    setTyped(entry)
    const day = parseDayInput(entry)
    onChange(day !== undefined && faultOf(entry, min, max) === undefined ? day : undefined)
  }
  const leave = (): void => {
    setTouched(true)
    const day = parseDayInput(typed)
    if (day !== undefined) setTyped(formatDay(day))
  }
  const picker = (
    <Flyout
      label={label}
      align="end"
      renderOpener={(opener) => <IconAction bare name={text('ui.pickDay')} icon={<IconCalendar />} {...opener} />}
    >
      {(close) => (
        <Suspense fallback={<LoadingState lines={4} />}>
          <Calendar
            value={parseDayInput(typed)}
            language={language}
            min={min}
            max={max}
            onPick={(day) => {
              close()
              change(formatDay(day))
            }}
          />
        </Suspense>
      )}
    </Flyout>
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
