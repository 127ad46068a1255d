// Mantine's calendar sheet with its styles and day names; loaded on demand by DateField.

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'
import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/de'
import 'dayjs/locale/en-gb'
import { type Language, useText } from '../../texts/index.ts'
import styles from './calendar.module.css'

type Props = {
  readonly value: LocalDate | undefined
  readonly language: Language
  readonly min?: LocalDate | undefined
  readonly max?: LocalDate | undefined
  readonly onPick: (day: LocalDate) => void
}

export default function Calendar({ value, language, min, max, onPick }: Props) {
  const text = useText()
  const shown = value ?? min ?? max
  const picked = (typed: string | null): void => {
    const day = typed === null ? undefined : parseDay(typed)
    if (day !== undefined) onPick(day)
  }
  return (
    <DatePicker
      value={value ?? null}
      onChange={picked}
      locale={language === 'de' ? 'de' : 'en-gb'}
      hideOutsideDates
      // The browser's day may differ from the tenant's, whose clock a demo can move.
      highlightToday={false}
      ariaLabels={{
        previousMonth: text('ui.previousMonth'),
        nextMonth: text('ui.nextMonth'),
        monthLevelControl: text('ui.chooseMonth'),
        yearLevelControl: text('ui.chooseYear'),
        previousYear: text('ui.previousYear'),
        nextYear: text('ui.nextYear'),
        previousDecade: text('ui.previousYears'),
        nextDecade: text('ui.nextYears'),
      }}
      classNames={{
        day: styles.day ?? '',
        weekday: styles.weekday ?? '',
        calendarHeaderControl: styles.control ?? '',
        calendarHeaderLevel: styles.level ?? '',
      }}
      {...(shown === undefined ? {} : { defaultDate: shown })}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  )
}
