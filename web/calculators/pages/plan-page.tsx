// Paying in instalments: what it costs altogether, told before anybody agrees to it.

import { money } from '@mahnwerk/core/money'
import { type Plan, explainPlan } from '@mahnwerk/core/plans'
import { useFormat } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { Amount, Day, ScrollBox } from '../../ui/index.ts'
import styles from '../calculators.module.css'
import { useForm } from '../form/form-context.tsx'
import { AmountInput, DayInput, NumberInput, SelectInput, TickInput } from '../form/inputs.tsx'
import { wordIn } from '../form/given.ts'
import { SettingsFields } from '../form/settings-fields.tsx'
import { planFor, planQuestion } from '../questions/plan-question.ts'
import { settingsIn } from '../questions/settings.ts'
import { RefusalNote } from '../refusal-note.tsx'
import { Missing, ResultFigure, Why } from '../result.tsx'
import { ClaimFields, EntryFields, MoreClaimFields } from './claim-fields.tsx'
import { PLAN_EXAMPLE } from './examples.ts'
import { CalculatorPage, Two } from './page-parts.tsx'

export default function PlanPage() {
  const { country, given, today } = useForm()
  const asked = planQuestion(given, country, today)
  const plan = asked.ready ? planFor(asked.question, country, settingsIn(given, country)) : undefined
  return (
    <CalculatorPage
      questions={<Questions />}
      answer={
        !asked.ready ? (
          <Missing names={asked.missing} example={PLAN_EXAMPLE} />
        ) : plan?.ok === true ? (
          <Answered plan={plan.value} />
        ) : plan?.ok === false ? (
          <RefusalNote refusal={plan.refusal} />
        ) : null
      }
    />
  )
}

function Answered({ plan }: { plan: Plan }) {
  const text = useLawText()
  const format = useFormat()
  const { country } = useForm()
  const more = plan.cost + plan.interest
  const why = explainPlan(plan)
  return (
    <>
      <ResultFigure
        label={text.count('plan.total', plan.instalments.length)}
        value={<Amount of={money(plan.total, country.currency)} />}
        line={text('plan.more', { sum: format.money(money(more, country.currency)) })}
        why={why}
      />
      <Why of={why.lines} title="plan.why" />
      <Instalments plan={plan} />
    </>
  )
}

function Instalments({ plan }: { plan: Plan }) {
  const text = useLawText()
  const { country } = useForm()
  const sum = (amount: number) => <Amount of={money(amount, country.currency)} />
  return (
    <ScrollBox className={styles.scroll} label={text('plan.instalments')}>
      <table className={styles.table}>
        <caption className="hidden">{text('plan.instalments')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('plan.number')}</th>
            <th scope="col">{text('rows.day')}</th>
            <th scope="col" className="num">
              {text('rows.amount')}
            </th>
            <th scope="col" className="num">
              {text('plan.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.instalments.map((each, at) => (
            <tr key={each.on}>
              <td>{at + 1}</td>
              <td>
                <Day of={each.on} />
              </td>
              <td className="num strong">{sum(each.amount)}</td>
              <td className="num muted">{sum(each.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Questions() {
  const text = useLawText()
  const { given } = useForm()
  const ways = ['anzahl', 'betrag'] as const
  return (
    <>
      <ClaimFields />
      <Two>
        <SelectInput
          name="wie"
          label={text('plan.how')}
          options={ways.map((value) => ({ value, label: text(`plan.by.${value}`) }))}
        />
        {wordIn(given, 'wie') === 'betrag' ? (
          <AmountInput name="rate" label={text('plan.amount')} />
        ) : (
          <NumberInput name="raten" label={text('plan.count')} />
        )}
        <DayInput name="stand" label={text('plan.agreedOn')} help={text('field.todayElse')} />
        <DayInput name="erste" label={text('plan.firstOn')} help={text('plan.firstOnHelp')} />
      </Two>
      <TickInput name="inkasso" label={text('plan.collector')} help={text('plan.collectorHelp')} />
      <EntryFields />
      <MoreClaimFields />
      <SettingsFields />
    </>
  )
}
