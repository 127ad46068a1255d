// Mahnwesen: the levels, how letters are put together, and whether runs start by themselves. When collection is suggested stands
// beside the partner. What the law or the policy itself says against a setting stands at its field.

import { type DunningPolicy, faultsOf } from '@mahnwerk/core/dunning'
import type { Minor } from '@mahnwerk/core/money'
import { type FormEvent, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import {
  AmountField,
  Button,
  Choice,
  ErrorState,
  LoadingState,
  Note,
  Row,
  Sheet,
  Stack,
  type Trouble,
} from '../../ui/index.ts'
import type { PolicyEdit, PolicyRemark } from '../dunning/dunning-view.ts'
import { PolicyLine, daysOf } from '../dunning/policy-line.tsx'
import { paths } from '../paths.ts'
import { StepsEditor } from './dunning-steps.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export type DunningPageProps = {
  readonly view: PolicyEdit | undefined
  /** What the law says to the settings as they were sent last. */
  readonly remarks: readonly PolicyRemark[]
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly onSave: (edit: PolicyEdit) => void
  readonly onRetry: () => void
}

export function DunningPage(props: DunningPageProps) {
  const { view, trouble, onRetry } = props
  const text = useDunningText()
  return (
    <SettingsFrame
      section="mahnwesen"
      actions={
        <>
          <Button kind="quiet" href={paths.dunningHelp}>
            {text('howItWorks')}
          </Button>
          <Button href={paths.settings('inkasso')}>{text('suggestions.threshold')}</Button>
        </>
      }
    >
      {view !== undefined ? (
        <Form key={JSON.stringify(view)} {...props} view={view} />
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
    </SettingsFrame>
  )
}

function Form({
  view: before,
  remarks,
  busy,
  trouble,
  mayWrite,
  onSave,
}: DunningPageProps & { readonly view: PolicyEdit }) {
  const text = useDunningText()
  const common = useText()
  const [now, setNow] = useState<PolicyEdit>(before)
  const [judged, setJudged] = useState(now.policy)
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const unchanged = JSON.stringify(now) === JSON.stringify(before)
  const faulty = unreadable.size > 0 || faultsOf(now.policy).length > 0
  const setPolicy = (more: Partial<DunningPolicy>): void => setNow({ ...now, policy: { ...now.policy, ...more } })
  const readable = (field: string, is: boolean): void => setUnreadable((old) => marked(old, field, !is))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setJudged(now.policy)
    if (!unchanged && !faulty) onSave(now)
  }
  // A change may have settled what was said.
  const standing = judged === now.policy ? remarks : []
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <Sheet title={text('settings.steps')} lead={text('settings.stepsLead')}>
        <Stack>
          <PolicyLine policy={now.policy} />
          <Remarks remarks={standing.filter(({ step }) => step === undefined)} />
          <StepsEditor
            policy={now.policy}
            remarks={standing}
            mayWrite={mayWrite}
            onSteps={(steps) => setPolicy({ steps })}
            onReadable={readable}
          />
          <p className="small muted">{text.count('settings.sum', daysOf(now.policy).end)}</p>
        </Stack>
      </Sheet>
      <LettersSheet policy={now.policy} mayWrite={mayWrite} onPolicy={setPolicy} onReadable={readable} />
      <AutomaticSheet
        automatic={now.automatic}
        mayWrite={mayWrite}
        onChange={(automatic) => setNow({ ...now, automatic })}
      />
      {mayWrite ? (
        <Row end>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={unchanged ? common('settings.unchanged') : faulty ? text('settings.faulty') : undefined}
          >
            {text('settings.save')}
          </Button>
        </Row>
      ) : null}
    </form>
  )
}

function marked(old: ReadonlySet<string>, field: string, on: boolean): ReadonlySet<string> {
  const next = new Set(old)
  if (on) next.add(field)
  else next.delete(field)
  return next
}

function Remarks({ remarks }: { remarks: readonly PolicyRemark[] }) {
  const text = useDunningText()
  if (remarks.length === 0) return null
  return (
    <Note tone="warn">
      <b>{text('settings.lawTitle')}</b>
      {remarks.map(({ title, detail }) => (
        <p key={`${title}${detail}`}>
          {title}. {detail}
        </p>
      ))}
    </Note>
  )
}

type PolicyProps = {
  readonly policy: DunningPolicy
  readonly mayWrite: boolean
  readonly onReadable: (field: string, is: boolean) => void
}

const GROUPINGS = ['per_debtor', 'per_invoice'] as const

function LettersSheet({
  policy,
  mayWrite,
  onPolicy,
  onReadable,
}: PolicyProps & { readonly onPolicy: (more: Partial<DunningPolicy>) => void }) {
  const text = useDunningText()
  const least = (amount: Minor | undefined): void => {
    onReadable('least', amount !== undefined)
    if (amount !== undefined) onPolicy({ leastOpen: amount })
  }
  return (
    <Sheet title={text('settings.letters')}>
      <fieldset className={`${styles.form} ${styles.bare}`} disabled={!mayWrite}>
        <Choice
          label={text('settings.grouping')}
          options={GROUPINGS.map((value) => ({
            value,
            label: text(`settings.grouping.${value}`),
            help: text(`settings.grouping.${value}.help`),
          }))}
          value={policy.grouping}
          onChange={(grouping) => onPolicy({ grouping })}
        />
        <AmountField
          label={text('settings.least')}
          description={text('settings.leastHelp')}
          currency={policy.currency}
          value={policy.leastOpen}
          onChange={least}
        />
      </fieldset>
    </Sheet>
  )
}

function AutomaticSheet({
  automatic,
  mayWrite,
  onChange,
}: {
  automatic: boolean
  mayWrite: boolean
  onChange: (on: boolean) => void
}) {
  const text = useDunningText()
  return (
    <Sheet title={text('settings.automatic')}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={automatic}
          disabled={!mayWrite}
          onChange={(event) => onChange(event.target.checked)}
        />
        {text('settings.automaticTick')}
        <small>{text('settings.automaticHelp')}</small>
      </label>
    </Sheet>
  )
}
