// What is owed on a claim on a day: principal, interest, costs, less what was paid.

import { claimStatement } from '@mahnwerk/core/calculations'
import { addDays } from '@mahnwerk/core/calendar'
import { money } from '@mahnwerk/core/money'
import { explainStatement } from '@mahnwerk/core/statement'
import { useFormat } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { Amount, Button } from '../../ui/index.ts'
import styles from '../calculators.module.css'
import { useForm } from '../form/form-context.tsx'
import { DayInput, TickInput } from '../form/inputs.tsx'
import { SettingsFields } from '../form/settings-fields.tsx'
import { claimQuestion } from '../questions/claim-question.ts'
import { settingsIn } from '../questions/settings.ts'
import { RefusalNote, useRefusalWords } from '../refusal-note.tsx'
import { Basis, Missing, ResultFigure, Why } from '../result.tsx'
import { ClaimFields, EntryFields, MoreClaimFields } from './claim-fields.tsx'
import { CLAIM_EXAMPLE } from './examples.ts'
import { CalculatorPage } from './page-parts.tsx'

type Answer = ReturnType<typeof claimStatement>
type Answered = Extract<Answer, { ok: true }>['value']

export default function ClaimPage() {
  const text = useLawText()
  const words = useRefusalWords()
  const { country, given, today } = useForm()
  const asked = claimQuestion(given, country, today)
  const answer = asked.ready ? claimStatement(country, asked.question, settingsIn(given, country)) : undefined
  const refusal = answer?.ok === false ? answer.refusal : undefined
  const fault = (code: string): string | undefined =>
    refusal !== undefined && refusal.code === code ? words(refusal) : undefined
  return (
    <CalculatorPage
      questions={
        <>
          <ClaimFields dueFault={fault('law_before_records')} />
          <EntryFields />
          <DayInput
            name="stand"
            label={text('field.payOn')}
            help={text('field.payOnHelp')}
            fault={fault('law_not_known_yet')}
          />
          <QuickDays />
          <TickInput name="zinsen" label={text('field.interest')} otherwise />
          <TickInput name="pauschale" label={text('field.flat')} help={text('field.flatHelp')} otherwise />
          <MoreClaimFields />
          <SettingsFields />
        </>
      }
      answer={
        asked.ready ? (
          answer?.ok === true ? (
            <Answered of={answer.value} />
          ) : refusal === undefined ? null : (
            <RefusalNote refusal={refusal} />
          )
        ) : (
          <Missing names={asked.missing} example={CLAIM_EXAMPLE} />
        )
      }
    />
  )
}

function Answered({ of }: { of: Answered }) {
  const text = useLawText()
  const format = useFormat()
  const { country } = useForm()
  const { statement, perDay, late, flat } = of
  const tree = explainStatement(statement)
  const sum = money(statement.total - statement.overpaid, country.currency)
  const rest = perDay > 0 ? text('result.perDay', { sum: format.money(money(perDay, country.currency)) }) : undefined
  return (
    <>
      <ResultFigure
        label={
          tree.amount !== undefined && tree.amount < 0
            ? text('result.overpaid')
            : text('result.owedOn', { day: format.day(statement.on) })
        }
        value={<Amount of={sum.amount < 0 ? { ...sum, amount: -sum.amount as typeof sum.amount } : sum} />}
        line={rest}
        why={tree}
      />
      <Why of={tree.lines} title="result.parts" />
      <Why of={[late.why, flat.why]} title="result.late" />
      <Basis of={[tree, late.why, flat.why]} />
    </>
  )
}

function QuickDays() {
  const text = useLawText()
  const { given, today, replace } = useForm()
  return (
    <div className={styles.quick} role="group" aria-label={text('field.payOn')}>
      {[0, 7, 14, 30].map((days) => (
        <Button small key={days} onClick={() => replace({ ...given, stand: [addDays(today, days)] })}>
          {days === 0 ? text('day.today') : text.count('day.in', days)}
        </Button>
      ))}
    </div>
  )
}
