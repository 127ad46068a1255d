// The fields of a policy: its levels, how letters are put together, from which sum. What the policy itself or the law says against
// a setting stands at its field.

import { type DunningPolicy } from '@mahnwerk/core/dunning'
import type { Minor } from '@mahnwerk/core/money'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { AmountField, Choice, Note, Sheet, Stack } from '../../ui/index.ts'
import type { PolicyRemark } from '../dunning/dunning-view.ts'
import { PolicyLine, daysOf } from '../dunning/policy-line.tsx'
import { StepsEditor } from './dunning-steps.tsx'
import type { Judgement } from './policy-judgement.ts'
import styles from './settings.module.css'

type Props = {
  readonly policy: DunningPolicy
  readonly judgement: Judgement
  readonly mayWrite: boolean
  readonly onPolicy: (more: Partial<DunningPolicy>) => void
  /** Whether what stands in a field can be read as what it should be. */
  readonly onReadable: (field: string, is: boolean) => void
}

const GROUPINGS = ['per_debtor', 'per_invoice'] as const

export function PolicyFields({ policy, judgement, mayWrite, onPolicy, onReadable }: Props) {
  const text = useDunningText()
  const remarks = [...judgement.forbidden, ...judgement.warnings]
  const least = (amount: Minor | undefined): void => {
    onReadable('least', amount !== undefined)
    if (amount !== undefined) onPolicy({ leastOpen: amount })
  }
  return (
    <>
      <Sheet title={text('settings.steps')} lead={text('settings.stepsLead')}>
        <Stack>
          <PolicyLine policy={policy} />
          <Remarks remarks={remarks.filter(({ step }) => step === undefined)} />
          <StepsEditor
            policy={policy}
            remarks={remarks}
            mayWrite={mayWrite}
            onSteps={(steps) => onPolicy({ steps })}
            onReadable={onReadable}
          />
          <p className="small muted">{text.count('settings.sum', daysOf(policy).end)}</p>
        </Stack>
      </Sheet>
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
    </>
  )
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

/** The fields that cannot be read, one more or one less. */
export function marked(old: ReadonlySet<string>, field: string, on: boolean): ReadonlySet<string> {
  const next = new Set(old)
  if (on) next.add(field)
  else next.delete(field)
  return next
}
