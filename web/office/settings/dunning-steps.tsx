// The levels of a policy, one line each, with what stands against a line at its field.

import { type Channel, type DunningPolicy, type DunningStep, faultsOf } from '@mahnwerk/core/dunning'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { AmountField, Button, IconAction, Link, Row, SelectField, TextField } from '../../ui/index.ts'
import type { PolicyRemark } from '../dunning/dunning-view.ts'
import { capital, levelWords } from '../dunning/dunning-words.ts'
import { paths } from '../paths.ts'
import styles from './dunning-steps.module.css'
import { levelsAt, stepAfter, wordsAt } from './policy-steps.ts'
import settings from './settings.module.css'

const CHANNELS: readonly Channel[] = ['email', 'letter', 'email_and_letter', 'portal']

type Props = {
  readonly policy: DunningPolicy
  readonly remarks: readonly PolicyRemark[]
  readonly mayWrite: boolean
  readonly onSteps: (steps: readonly DunningStep[]) => void
  readonly onReadable: (field: string, is: boolean) => void
}

export function StepsEditor({ policy, remarks, mayWrite, onSteps, onReadable }: Props) {
  const text = useDunningText()
  const { steps } = policy
  // A line keeps its key while others go, so that what is typed in it stays.
  const [keys, setKeys] = useState(() => steps.map((_, index) => index))
  const change = (at: number, more: Partial<DunningStep>): void =>
    onSteps(steps.map((step, index) => (index === at ? { ...step, ...more } : step)))
  const remove = (at: number): void => {
    onReadable(`fee-${keys[at] ?? at}`, true)
    setKeys(keys.filter((_, index) => index !== at))
    onSteps(steps.filter((_, index) => index !== at))
  }
  const next = stepAfter(policy)
  const add = (): void => {
    if (next === undefined) return
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    onSteps([...steps, next])
  }
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <StepFields
            key={keys[at]}
            at={at}
            step={step}
            policy={policy}
            remarks={remarks.filter((remark) => remark.step === at)}
            mayWrite={mayWrite}
            onChange={(more) => change(at, more)}
            onFeeReadable={(is) => onReadable(`fee-${keys[at] ?? at}`, is)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {!mayWrite ? null : (
        <Row>
          <Button
            small
            icon={<IconPlus aria-hidden />}
            reason={next === undefined ? text('settings.most') : undefined}
            onClick={add}
          >
            {text('settings.add')}
          </Button>
        </Row>
      )}
    </>
  )
}

type StepProps = {
  readonly at: number
  readonly step: DunningStep
  readonly policy: DunningPolicy
  readonly remarks: readonly PolicyRemark[]
  readonly mayWrite: boolean
  readonly onChange: (more: Partial<DunningStep>) => void
  readonly onFeeReadable: (is: boolean) => void
  readonly onRemove: () => void
}

function StepFields({ at, step, policy, remarks, mayWrite, onChange, onFeeReadable, onRemove }: StepProps) {
  const text = useDunningText()
  const letters = useLettersText()
  const isLast = at === policy.steps.length - 1
  const name = levelWords(step.level, text, isLast)
  const faults = faultsOf(policy).filter((found) => found.step === at)
  const faultOf = (...kinds: readonly string[]): string | undefined => {
    const found = faults.find(({ fault }) => kinds.includes(fault))
    return found === undefined ? undefined : text(`settings.fault.${found.fault}`)
  }
  const [said] = remarks
  return (
    <li>
      <fieldset className={styles.step} disabled={!mayWrite}>
        <legend className="hidden">{capital(name)}</legend>
        <div className={styles.level}>
          <SelectField
            label={text('column.level')}
            data={levelsAt(policy, at).map((level) => ({
              value: String(level),
              label:
                isLast && level > 1 ? text('settings.levelLast', { level }) : capital(levelWords(level, text, false)),
            }))}
            value={String(step.level)}
            error={faultOf('policy_levels_disordered')}
            onChange={(event) => onChange({ level: Number(event.target.value) })}
          />
        </div>
        <div className={styles.days}>
          <DaysField
            label={text(at === 0 ? 'settings.afterDue' : 'settings.afterStep')}
            value={step.afterDays}
            error={faultOf('policy_days_negative')}
            onChange={(afterDays) => onChange({ afterDays })}
          />
        </div>
        <div className={styles.days}>
          <DaysField
            label={text('settings.period')}
            value={step.periodDays}
            error={faultOf('policy_period_missing')}
            onChange={(periodDays) => onChange({ periodDays })}
          />
        </div>
        <div className={styles.way}>
          <SelectField
            label={text('settings.channel')}
            data={CHANNELS.map((value) => ({ value, label: text(`channel.${value}`) }))}
            value={step.channel}
            onChange={(event) =>
              onChange({ channel: CHANNELS.find((known) => known === event.target.value) ?? step.channel })
            }
          />
        </div>
        <div className={styles.fee}>
          <AmountField
            label={text('settings.fee')}
            currency={policy.currency}
            value={step.fee}
            error={faultOf('policy_fee_negative') ?? said?.title}
            onChange={(fee) => {
              onFeeReadable(fee !== undefined)
              if (fee !== undefined) onChange({ fee })
            }}
          />
        </div>
        <label className={`${settings.tick} ${styles.interest}`}>
          <input
            type="checkbox"
            checked={step.interest}
            onChange={(event) => onChange({ interest: event.target.checked })}
          />
          {text('settings.interest')}
          {step.interest ? <small>{text('settings.interestHelp')}</small> : null}
        </label>
        <p className={styles.text}>
          {text('settings.text')}:{' '}
          <Link href={paths.settings('vorlagen')}>{letters(`kind.${wordsAt(policy, at)}`)}</Link>
        </p>
        {remarks.map(({ detail }) => (
          <p key={detail} className={styles.remark}>
            {detail}
          </p>
        ))}
        {mayWrite ? (
          <span className={styles.remove}>
            <IconAction
              bare
              name={text('settings.remove', { level: name })}
              icon={<IconTrash />}
              reason={policy.steps.length === 1 ? text('settings.removeLast') : undefined}
              onClick={onRemove}
            />
          </span>
        ) : null}
      </fieldset>
    </li>
  )
}

type DaysProps = {
  readonly label: string
  readonly value: number
  readonly error?: string | undefined
  readonly onChange: (days: number) => void
}

/** A whole number of days, at most a few years. */
export function DaysField({ label, value, error, onChange }: DaysProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={String(value)}
      error={error}
      onChange={(event) => onChange(Number(event.target.value.replace(/\D/g, '').slice(0, 3)))}
    />
  )
}
