// One letter of the next run, otherwise: on a later day, another way, a lower level, without its fee.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { Channel } from '@mahnwerk/core/dunning'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, DateField, Dialog, ErrorState, SelectField, Stack, type Trouble } from '../../ui/index.ts'
import styles from './dunning.module.css'
import type { LetterView } from './dunning-view.ts'
import { capital, levelWords } from './dunning-words.ts'
import type { LetterChange } from './letter-acts.ts'

const CHANNELS: readonly Channel[] = ['email', 'letter', 'email_and_letter', 'portal']

type Props = {
  readonly letter: LetterView
  readonly today: LocalDate
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (change: LetterChange) => void
  /** Absent where nothing was changed. */
  readonly onTakeBack?: (() => void) | undefined
  readonly onClose: () => void
}

export function ChangeDialog({ letter, today, busy, trouble, onSave, onTakeBack, onClose }: Props) {
  const text = useDunningText()
  const common = useText()
  const [notBefore, setNotBefore] = useState<LocalDate>()
  const [level, setLevel] = useState(letter.level)
  const [channel, setChannel] = useState(letter.channel)
  const [free, setFree] = useState(letter.free)
  const steps = letter.steps.filter((step) => step.level <= letter.usual.level)
  const step = steps.find((each) => each.level === level)
  const save = (): void =>
    onSave({
      notBefore: notBefore ?? null,
      stopped: false,
      level: level === letter.usual.level ? null : level,
      channel: channel === step?.channel ? null : channel,
      free,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={text('change.title')}
      lead={`${letter.debtorName} · ${text.count('invoiceCount', letter.items.length)}`}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          {onTakeBack === undefined ? null : (
            <Button busy={busy} onClick={onTakeBack}>
              {text('change.takeBack')}
            </Button>
          )}
          <Button kind="primary" type="submit" busy={busy}>
            {text('change.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <DateField
          label={text('change.day')}
          description={text('change.dayHelp')}
          value={notBefore}
          min={addDays(today, 1)}
          onChange={setNotBefore}
        />
        <SelectField
          label={text('column.level')}
          data={steps.map((each) => ({
            value: String(each.level),
            label: capital(levelWords(each.level, text, each.level === letter.steps.at(-1)?.level)),
          }))}
          value={String(level)}
          onChange={(event) => {
            const next = steps.find((each) => String(each.level) === event.target.value)
            if (next === undefined) return
            setLevel(next.level)
            setChannel(next.channel)
          }}
        />
        <SelectField
          label={text('column.channel')}
          data={CHANNELS.map((value) => ({ value, label: text(`channel.${value}`) }))}
          value={channel}
          onChange={(event) => setChannel(CHANNELS.find((known) => known === event.target.value) ?? channel)}
        />
        <label className={styles.tick}>
          <input type="checkbox" checked={free} onChange={(event) => setFree(event.target.checked)} />
          {text('change.free')}
        </label>
        <p className="small muted">{text('change.once', { policy: letter.policy })}</p>
      </Stack>
    </Dialog>
  )
}
