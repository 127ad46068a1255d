// What a person notes about an invoice: no dunning until, promised by, disputed, to be clarified. Kept in its history.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Marker, MarkerKind } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import { useState } from 'react'
import { type Text, useText } from '../../texts/index.ts'
import { Button, Choice, DateField, Dialog, ErrorState, LongTextField, Stack, type Trouble } from '../../ui/index.ts'

export type MarkDialogProps = {
  readonly debtorName: string
  readonly number: string
  readonly today: LocalDate
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (marker: Marker) => void
  readonly onClose: () => void
}

const KINDS: readonly MarkerKind[] = ['hold', 'promised', 'disputed', 'clarification', 'none']

export function MarkDialog({ debtorName, number, today, busy, trouble, onSave, onClose }: MarkDialogProps) {
  const text = useText()
  const [kind, setKind] = useState<MarkerKind>()
  const [day, setDay] = useState<LocalDate>()
  const [note, setNote] = useState('')
  const marker = kind === undefined ? undefined : markerOf(kind, day, note.trim())
  const options = KINDS.map((value) => ({
    value,
    label: text(`mark.choose.${value}`),
    help: text(`mark.effect.${value}`),
  }))
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => marker !== undefined && onSave(marker)}
      title={text('mark.title')}
      lead={`${debtorName} · ${number}`}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={busy} reason={waiting(kind, marker, text)}>
            {kind === undefined ? text('mark.save') : text(`mark.choose.${kind}`)}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        <Choice label={text('mark.question')} options={options} value={kind} onChange={setKind} />
        {kind === 'hold' || kind === 'promised' ? (
          <DateField
            key={kind}
            label={text(kind === 'hold' ? 'mark.until' : 'mark.by')}
            value={day}
            min={today}
            required
            onChange={setDay}
          />
        ) : null}
        {kind === undefined || kind === 'none' ? null : (
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

function waiting(kind: MarkerKind | undefined, marker: Marker | undefined, text: Text): string | undefined {
  if (kind === undefined) return text('mark.choiceMissing')
  return marker === undefined ? text('mark.dayMissing') : undefined
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
