// What a person notes about an invoice: no dunning until, promised by, disputed, to be clarified. Kept in its history.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Marker, MarkerKind } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import { useState } from 'react'
import { useText } from '../../texts/index.ts'
import { Button, DateField, Dialog, ErrorState, LongTextField, Stack, type Trouble } from '../../ui/index.ts'

export type MarkDialogProps = {
  readonly debtorName: string
  readonly number: string
  readonly kind: MarkerKind
  readonly today: LocalDate
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (marker: Marker) => void
  readonly onClose: () => void
}

export function MarkDialog({ debtorName, number, kind, today, busy, trouble, onSave, onClose }: MarkDialogProps) {
  const text = useText()
  const [day, setDay] = useState<LocalDate>()
  const [note, setNote] = useState('')
  const dated = kind === 'hold' || kind === 'promised'
  const marker = markerOf(kind, day, note)
  const save = (
    <Button
      kind="primary"
      busy={busy}
      reason={marker === undefined ? text('mark.dayMissing') : undefined}
      type="submit"
    >
      {text(`mark.save.${kind}`)}
    </Button>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => marker !== undefined && onSave(marker)}
      title={text(`mark.choose.${kind}`)}
      lead={`${debtorName} · ${number}`}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          {save}
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <p className="muted">{text(`mark.effect.${kind}`)}</p>
        {dated ? (
          <DateField
            label={text(kind === 'hold' ? 'mark.until' : 'mark.by')}
            value={day}
            min={today}
            required
            onChange={setDay}
          />
        ) : null}
        {kind === 'none' ? null : (
          <LongTextField
            label={text('mark.note')}
            description={text('mark.noteHelp')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Stack>
    </Dialog>
  )
}

function markerOf(kind: MarkerKind, day: LocalDate | undefined, note: string): Marker | undefined {
  switch (kind) {
    case 'none':
      return { kind }
    case 'disputed':
    case 'clarification':
      return { kind, note }
    case 'hold':
      return day === undefined ? undefined : { kind, until: day, note }
    case 'promised':
      return day === undefined ? undefined : { kind, by: day, note }
    default:
      return assertNever(kind)
  }
}
