// One policy: its name, for whom it holds, and its levels.

import { type DunningPolicy, faultsOf } from '@mahnwerk/core/dunning'
import { currency } from '@mahnwerk/core/money'
import { type FormEvent, useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import {
  Button,
  ErrorState,
  LoadingState,
  PageHead,
  Row,
  SelectField,
  Sheet,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { PolicyFields, marked } from './policy-fields.tsx'
import { type Audience, usePolicyJudgement } from './policy-judgement.ts'
import styles from './settings.module.css'

export type PolicyDraft = { readonly policy: DunningPolicy; readonly audience: Audience; readonly standard: boolean }

export type PolicyPageProps = {
  readonly draft: PolicyDraft | undefined
  /** It is not kept yet. */
  readonly fresh: boolean
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly onSave: (draft: PolicyDraft) => void
  readonly onRetry: () => void
}

const AUDIENCES: readonly Audience[] = ['all', 'consumer', 'business']
const CURRENCIES = ['EUR', 'CHF', 'USD', 'GBP'] as const

export function PolicyPage(props: PolicyPageProps) {
  const { draft, fresh, trouble, onRetry } = props
  const text = useDunningText()
  const common = useText()
  const title = fresh ? text('policies.new') : (draft?.policy.name ?? text('policies.one'))
  return (
    <>
      <PageHead
        crumbs={[
          { label: common('settings.title'), href: paths.settings() },
          { label: common('settings.mahnwesen'), href: paths.settings('mahnwesen') },
          { label: title },
        ]}
        title={title}
        lead={text('policies.lead')}
      />
      {draft === undefined ? (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      ) : (
        <Form key={JSON.stringify(draft)} {...props} draft={draft} />
      )}
    </>
  )
}

function Form({ draft, fresh, busy, trouble, mayWrite, onSave }: PolicyPageProps & { readonly draft: PolicyDraft }) {
  const text = useDunningText()
  const common = useText()
  const [now, setNow] = useState(draft)
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const judgement = usePolicyJudgement(now.policy, now.audience)
  const setPolicy = (more: Partial<DunningPolicy>): void => setNow({ ...now, policy: { ...now.policy, ...more } })
  const named = now.policy.name.trim() !== ''
  const faulty = unreadable.size > 0 || faultsOf(now.policy).length > 0
  const unchanged = !fresh && JSON.stringify(now) === JSON.stringify(draft)
  const reason = unchanged
    ? common('settings.unchanged')
    : !named
      ? text('policies.nameMissing')
      : faulty
        ? text('settings.faulty')
        : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason === undefined) onSave({ ...now, policy: { ...now.policy, name: now.policy.name.trim() } })
  }
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <Sheet title={text('policies.forWhom')}>
        <fieldset className={`${styles.form} ${styles.bare}`} disabled={!mayWrite}>
          <TextField
            label={text('policies.name')}
            value={now.policy.name}
            maxLength={100}
            autoFocus={fresh}
            onChange={(event) => setPolicy({ name: event.target.value })}
          />
          <div className={styles.two}>
            <SelectField
              label={text('policies.audience')}
              disabled={draft.standard}
              data={AUDIENCES.map((value) => ({ value, label: text(`policies.audience.${value}`) }))}
              value={now.audience}
              onChange={(event) =>
                setNow({ ...now, audience: AUDIENCES.find((known) => known === event.target.value) ?? now.audience })
              }
            />
            <SelectField
              label={text('policies.currency')}
              description={text('policies.currencyHelp')}
              data={[...new Set<string>([...CURRENCIES, now.policy.currency])]}
              value={now.policy.currency}
              onChange={(event) => setPolicy({ currency: currency(event.target.value) })}
            />
          </div>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={now.standard}
              disabled={draft.standard}
              onChange={(event) => setNow({ ...now, standard: event.target.checked })}
            />
            {text(`policies.makeStandard.${now.audience}`)}
            <small>{text(draft.standard ? 'policies.isStandard' : 'policies.makeStandardHelp')}</small>
          </label>
        </fieldset>
      </Sheet>
      <PolicyFields
        policy={now.policy}
        judgement={judgement}
        mayWrite={mayWrite}
        onPolicy={setPolicy}
        onReadable={(field, is) => setUnreadable((old) => marked(old, field, !is))}
      />
      {mayWrite ? (
        <Row end>
          <Button kind="quiet" href={paths.settings('mahnwesen')}>
            {common('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={busy} reason={reason}>
            {text('settings.save')}
          </Button>
        </Row>
      ) : null}
    </form>
  )
}
