import { type LocalDate } from '@mahnwerk/core/calendar'
import { Popover } from '@mantine/core'
import { IconClockPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button } from '../forms/button.tsx'
import styles from './demo-clock.module.css'

/** How far the clock is to be moved. */
export type ClockMove = { readonly days: number } | { readonly to: 'next-event' }

type Props = { readonly today: LocalDate; readonly busy: boolean; readonly onMove: (move: ClockMove) => void }

/** In a demo the day can be moved on; everything that falls due on the way happens in order. */
export function DemoClock({ today, busy, onMove }: Props) {
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const move = (by: ClockMove, label: string) => (
    <Button small busy={busy} onClick={() => onMove(by)}>
      {label}
    </Button>
  )
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className={styles.clock} onClick={() => setOpen(!open)}>
          <IconClockPlay aria-hidden />
          <span className={styles.word}>{text('ui.clock.title')}</span>
          <span className="fixed">{format.dayNamed(today)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.sheet ?? ''} aria-label={text('ui.clock.title')}>
        <p className="strong">{format.dayInFull(today)}</p>
        <p className="small muted">{text('ui.clock.explain')}</p>
        <div className={styles.moves}>
          {move({ days: 1 }, text.count('ui.clock.days', 1))}
          {move({ days: 7 }, text.count('ui.clock.days', 7))}
          {move({ days: 30 }, text.count('ui.clock.days', 30))}
          {move({ to: 'next-event' }, text('ui.clock.nextEvent'))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
