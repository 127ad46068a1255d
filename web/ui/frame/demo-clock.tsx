import { type LocalDate } from '@mahnwerk/core/calendar'
import { IconClockPlay } from '@tabler/icons-react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button } from '../forms/button.tsx'
import { Flyout } from '../overlays/flyout.tsx'
import styles from './demo-clock.module.css'

/** How far the clock is to be moved. */
export type ClockMove = { readonly days: number } | { readonly to: 'next-event' }

type Props = { readonly today: LocalDate; readonly busy: boolean; readonly onMove: (move: ClockMove) => void }

/** In a demo the day can be moved on; everything that falls due on the way happens in order. */
export function DemoClock({ today, busy, onMove }: Props) {
  const text = useText()
  const format = useFormat()
  const move = (by: ClockMove, label: string) => (
    <Button small busy={busy} onClick={() => onMove(by)}>
      {label}
    </Button>
  )
  return (
    <Flyout
      label={text('ui.clock.title')}
      align="end"
      renderOpener={(opener) => (
        <button type="button" className={styles.clock} {...opener}>
          <IconClockPlay aria-hidden />
          <span className={styles.word}>{text('ui.clock.title')}</span>
          <span className="fixed">{format.dayNamed(today)}</span>
        </button>
      )}
    >
      {() => (
        <div className={styles.sheet}>
          <p className="strong">{format.dayInFull(today)}</p>
          <p className="small muted">{text('ui.clock.explain')}</p>
          <div className={styles.moves}>
            {move({ days: 1 }, text.count('ui.clock.days', 1))}
            {move({ days: 7 }, text.count('ui.clock.days', 7))}
            {move({ days: 30 }, text.count('ui.clock.days', 30))}
            {move({ to: 'next-event' }, text('ui.clock.nextEvent'))}
          </div>
        </div>
      )}
    </Flyout>
  )
}
