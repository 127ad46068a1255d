// Mahnwesen: the levels, how letters are put together, and whether runs start by themselves. When collection is suggested stands
// beside the partner. What the law or the policy itself says against a setting stands at its field.

import { type DunningPolicy, faultsOf } from '@mahnwerk/core/dunning'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, ErrorState, LoadingState, Row, Sheet, type Trouble } from '../../ui/index.ts'
import type { PolicyEdit } from '../dunning/dunning-view.ts'
import { paths } from '../paths.ts'
import { PolicyFields, marked } from './policy-fields.tsx'
import { usePolicyJudgement } from './policy-judgement.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export type DunningPageProps = {
  readonly view: PolicyEdit | undefined
  /** Every policy that is kept. */
  readonly others?: ReactNode
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
        <div className={styles.content}>
          <Form key={JSON.stringify(view)} {...props} view={view} />
          {props.others}
        </div>
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
    </SettingsFrame>
  )
}

function Form({ view: before, busy, trouble, mayWrite, onSave }: DunningPageProps & { readonly view: PolicyEdit }) {
  const text = useDunningText()
  const common = useText()
  const [now, setNow] = useState<PolicyEdit>(before)
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const unchanged = JSON.stringify(now) === JSON.stringify(before)
  const faulty = unreadable.size > 0 || faultsOf(now.policy).length > 0
  const setPolicy = (more: Partial<DunningPolicy>): void => setNow({ ...now, policy: { ...now.policy, ...more } })
  const judgement = usePolicyJudgement(now.policy, 'all')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!unchanged && !faulty) onSave(now)
  }
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <PolicyFields
        policy={now.policy}
        judgement={judgement}
        mayWrite={mayWrite}
        onPolicy={setPolicy}
        onReadable={(field, is) => setUnreadable((old) => marked(old, field, !is))}
      />
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
