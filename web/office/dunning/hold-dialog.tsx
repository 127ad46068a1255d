// A stop on a debtor: why, until when, and what it stops.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, Choice, DateField, Dialog, ErrorState, LongTextField, Stack, type Trouble } from '../../ui/index.ts'
import { HOLD_REASONS, holdReasonWords } from '../words/index.ts'

export type HoldReason = (typeof HOLD_REASONS)[number]

export type HoldEdit = {
  readonly reason: HoldReason
  readonly until: LocalDate | undefined
  readonly note: string
}

type Props = {
  readonly debtorName: string
  readonly today: LocalDate
  /** Absent for a new one. */
  readonly before?: Partial<HoldEdit> | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (hold: HoldEdit) => void
  readonly onClose: () => void
}

export function HoldDialog({ debtorName, today, before, busy, trouble, onSave, onClose }: Props) {
  const text = useDunningText()
  const common = useText()
  const [reason, setReason] = useState(before?.reason)
  const [until, setUntil] = useState(before?.until)
  const [note, setNote] = useState(before?.note ?? '')
  const options = HOLD_REASONS.map((value) => ({ value, label: holdReasonWords(value, common) }))
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => reason !== undefined && onSave({ reason, until, note: note.trim() })}
      title={text('hold.title', { name: debtorName })}
      lead={text('hold.stops')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={reason === undefined ? text('hold.reasonMissing') : undefined}
          >
            {text('hold.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <Choice label={text('hold.question')} options={options} value={reason} onChange={setReason} />
        <DateField
          label={text('hold.until')}
          description={text('hold.untilHelp')}
          value={until}
          min={today}
          onChange={setUntil}
        />
        <LongTextField
          label={text('hold.note')}
          description={text('hold.noteHelp')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Stack>
    </Dialog>
  )
}
