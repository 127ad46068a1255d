// From when a claim is suggested for collection, and whether it then leaves by itself. What only a person knows is asked when that
// is switched on, and never preset.

import { instant } from '@mahnwerk/core/calendar'
import type { Minor } from '@mahnwerk/core/money'
import { type FormEvent, useState } from 'react'
import { useCollectionText } from '../../texts/collection/collection-text.ts'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat, useText } from '../../texts/index.ts'
import { AmountField, Button, ErrorState, Row, SelectField, Sheet, type Trouble } from '../../ui/index.ts'
import { capital, levelWords } from '../dunning/dunning-words.ts'
import { paths } from '../paths.ts'
import { CollectionHistory } from './collection-history.tsx'
import { type CollectionEdit, type CollectionView, begins } from './collection-view.ts'
import { DaysField } from './dunning-steps.tsx'
import styles from './settings.module.css'

export type CollectionFormProps = {
  readonly view: CollectionView
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly onSave: (edit: CollectionEdit) => void
}

export function CollectionForm({ view, busy, trouble, mayWrite, onSave }: CollectionFormProps) {
  const text = useCollectionText()
  const common = useText()
  const [now, setNow] = useState(view.kept)
  const [readable, setReadable] = useState(true)
  const why = reasonAgainst(now, view.kept, readable)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (why === undefined) onSave(now)
  }
  const fields = { view, now, mayWrite, set: (more: Partial<CollectionEdit>) => setNow({ ...now, ...more }) }
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <ThresholdSheet {...fields} onReadable={setReadable} />
      <AutomaticSheet {...fields} />
      {mayWrite ? (
        <Row end>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={why === undefined ? undefined : why === 'unchanged' ? common('settings.unchanged') : text(why)}
          >
            {common('ui.save')}
          </Button>
        </Row>
      ) : null}
      {view.history === undefined ? null : <CollectionHistory entries={view.history} policy={view.policy} />}
    </form>
  )
}

function reasonAgainst(now: CollectionEdit, kept: CollectionEdit, readable: boolean) {
  if (!readable || now.daysOverdue < 1) return 'fixFirst'
  if (JSON.stringify({ ...now, declared: false }) === JSON.stringify(kept)) return 'unchanged'
  return begins(now, kept) && !now.declared ? 'declareFirst' : undefined
}

type FieldsProps = {
  readonly view: CollectionView
  readonly now: CollectionEdit
  readonly mayWrite: boolean
  readonly set: (more: Partial<CollectionEdit>) => void
}

function ThresholdSheet({
  view: { policy },
  now,
  mayWrite,
  set,
  onReadable,
}: FieldsProps & { readonly onReadable: (is: boolean) => void }) {
  const text = useCollectionText()
  const dunning = useDunningText()
  const least = (leastOpen: Minor | undefined): void => {
    onReadable(leastOpen !== undefined)
    if (leastOpen !== undefined) set({ leastOpen })
  }
  const own = now.level === undefined ? [] : [now.level]
  const levels = [...new Set([...policy.steps.map(({ level }) => level), ...own])].toSorted((a, b) => a - b)
  return (
    <Sheet
      title={text('threshold')}
      lead={text('thresholdLead')}
      actions={
        <Button small href={paths.suggestions}>
          {text('suggestions')}
        </Button>
      }
    >
      <fieldset className={`${styles.form} ${styles.bare}`} disabled={!mayWrite}>
        <div className={styles.two}>
          <DaysField
            label={text('days')}
            value={now.daysOverdue}
            error={now.daysOverdue < 1 ? text('daysLeast') : undefined}
            onChange={(daysOverdue) => set({ daysOverdue })}
          />
          <SelectField
            label={text('level')}
            data={[
              { value: '', label: text('last') },
              ...levels.map((level) => ({ value: String(level), label: capital(levelWords(level, dunning, false)) })),
            ]}
            value={now.level === undefined ? '' : String(now.level)}
            onChange={(event) => set({ level: event.target.value === '' ? undefined : Number(event.target.value) })}
          />
        </div>
        <AmountField label={text('least')} currency={policy.currency} value={now.leastOpen} onChange={least} />
      </fieldset>
    </Sheet>
  )
}

function AutomaticSheet({ view: { kept, declaration }, now, mayWrite, set }: FieldsProps) {
  const text = useCollectionText()
  const { moment } = useFormat()
  const declared = kept.automatic && now.automatic && declaration !== undefined
  return (
    <Sheet title={text('automatic')}>
      <fieldset className={`${styles.form} ${styles.bare}`} disabled={!mayWrite}>
        <Tick
          checked={now.automatic}
          onChange={(automatic) => set({ automatic, declared: false })}
          label={text('automaticTick')}
          help={text('automaticHelp')}
        />
        {begins(now, kept) ? (
          <Tick
            checked={now.declared}
            onChange={(on) => set({ declared: on })}
            label={text('declare')}
            help={text('declareHelp')}
          />
        ) : null}
        {declared ? (
          <p className="small muted">
            {text('declared', { who: declaration.who, at: moment(instant(declaration.at)) })}
          </p>
        ) : null}
      </fieldset>
    </Sheet>
  )
}

type TickProps = {
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
  readonly label: string
  readonly help: string
}

function Tick({ checked, onChange, label, help }: TickProps) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
      <small>{help}</small>
    </label>
  )
}
