// Mantine's calendar sheet with its styles and day names; loaded on demand by DateField.

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'
import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/de'
import 'dayjs/locale/en-gb'
import type { Language } from '../../texts/index.ts'

type Props = {
  readonly value: LocalDate | undefined
  readonly language: Language
  readonly min?: LocalDate | undefined
  readonly max?: LocalDate | undefined
  readonly onPick: (day: LocalDate) => void
}

export default function Calendar({ value, language, min, max, onPick }: Props) {
  const picked = (text: string | null): void => {
    const day = text === null ? undefined : parseDay(text)
    if (day !== undefined) onPick(day)
  }
  return (
    <DatePicker
      value={value ?? null}
      onChange={picked}
      locale={language === 'de' ? 'de' : 'en-gb'}
      {...(value === undefined ? {} : { defaultDate: value })}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
    />
  )
}
