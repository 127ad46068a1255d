import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { useFormat } from '../../texts/index.ts'

/** A day; `named` adds the weekday where someone plans by it. */
export function Day({ of, named = false }: { of: LocalDate; named?: boolean }) {
  const format = useFormat()
  return (
    <time className="fixed" dateTime={of}>
      {named ? format.dayNamed(of) : format.day(of)}
    </time>
  )
}

/** A moment with its time of day. */
export function Moment({ of }: { of: Instant }) {
  const format = useFormat()
  return (
    <time className="fixed" dateTime={of}>
      {format.moment(of)}
    </time>
  )
}
