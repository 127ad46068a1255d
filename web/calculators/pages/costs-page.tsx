// What may be demanded from the debtor for collecting, at most.

import type { CollectionQuestion, CostNote } from '@mahnwerk/core/collection-costs'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { ZERO, money } from '@mahnwerk/core/money'
import { useFormat } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { Amount } from '../../ui/index.ts'
import { useForm } from '../form/form-context.tsx'
import { AmountInput, ChoiceInput, DayInput, TickInput } from '../form/inputs.tsx'
import { More } from '../form/more.tsx'
import { RowsInput } from '../form/rows-input.tsx'
import { SettingsFields } from '../form/settings-fields.tsx'
import { STEP_KINDS, costsQuestion } from '../questions/costs-question.ts'
import { settingsIn } from '../questions/settings.ts'
import { RefusalNote, useRefusalWords } from '../refusal-note.tsx'
import { Basis, Missing, ResultFigure, Why } from '../result.tsx'
import { DebtorField } from './claim-fields.tsx'
import { COSTS_EXAMPLE } from './examples.ts'
import { CalculatorPage, Two } from './page-parts.tsx'

export default function CostsPage() {
  const words = useRefusalWords()
  const { country, given, today } = useForm()
  const asked = costsQuestion(given, country, today)
  const note = asked.ready ? country.collectionCosts(asked.question, settingsIn(given, country)) : undefined
  const refusal = note?.ok === false ? note.refusal : undefined
  const fault = refusal?.code.startsWith('law_') === true ? words(refusal) : undefined
  return (
    <CalculatorPage
      questions={<Questions fault={fault} />}
      answer={
        !asked.ready ? (
          <Missing names={asked.missing} example={COSTS_EXAMPLE} />
        ) : (
          <>
            {refusal === undefined ? null : <RefusalNote refusal={refusal} />}
            {note?.ok === true ? <Answered {...note.value} /> : null}
            <Why
              of={[country.dunningFeeLimit(dunningFacts(asked.question), settingsIn(given, country)).why]}
              title="costs.dunning"
            />
          </>
        )
      }
    />
  )
}

// Own reminders went before the collector: the day of its instruction stands for theirs.
function dunningFacts({ debtor, principals: [principal = ZERO], engagedOn }: CollectionQuestion): ClaimFacts {
  return {
    debtor,
    principal,
    contractOn: engagedOn,
    dueOn: engagedOn,
    dueAgreed: false,
    invoiceNotice: false,
    remindersReceivedOn: [],
    forPerformance: true,
    debtorAtFault: true,
  }
}

function Answered({ gross, net, vat, why }: CostNote) {
  const text = useLawText()
  const format = useFormat()
  const { country } = useForm()
  const sum = (amount: number): string => format.money(money(amount, country.currency))
  return (
    <>
      <ResultFigure
        label={text('costs.most')}
        value={<Amount of={money(gross, country.currency)} />}
        line={vat > 0 ? text('costs.withVat', { net: sum(net), vat: sum(vat) }) : undefined}
        why={why}
      />
      <Why of={[why]} title="costs.why" open={1} />
      <Basis of={[why]} />
    </>
  )
}

const MORE = ['weitere', 'bestritten', 'umfangreich', 'pauschalbetrag', 'wer', 'stand'] as const
const WARNING = ['warnung', 'warnungvoll', 'fristzahlung'] as const

function Questions({ fault }: { fault: string | undefined }) {
  const text = useLawText()
  return (
    <>
      <Two>
        <AmountInput name="betrag" label={text('field.principal')} help={text('costs.principalHelp')} />
        <DayInput name="auftrag" label={text('field.engagedOn')} fault={fault} />
      </Two>
      <DebtorField />
      <TickInput name="vorsteuer" label={text('field.inputTax')} help={text('field.inputTaxHelp')} />
      <RowsInput
        name="schritt"
        label={text('field.steps')}
        help={text('field.stepsHelp')}
        add={text('field.stepsAdd')}
        kinds={STEP_KINDS.map((value) => ({ value, label: text(`step.${value}`) }))}
        day={text('rows.day')}
      />
      <More title={text('warning.title')} hint={text('warning.hint')} names={WARNING}>
        <Two>
          <DayInput name="warnung" label={text('warning.receivedOn')} />
          <AmountInput name="fristzahlung" label={text('warning.paidInTerm')} />
        </Two>
        <TickInput name="warnungvoll" label={text('warning.valid')} help={text('warning.validHelp')} />
      </More>
      <More title={text('more.title')} hint={text('more.costsHint')} names={MORE}>
        <RowsInput
          name="weitere"
          label={text('field.otherClaims')}
          help={text('field.otherClaimsHelp')}
          add={text('field.otherClaimsAdd')}
          kinds={[{ value: 'forderung', label: text('field.otherClaims') }]}
          amount={text('rows.amount')}
        />
        <ChoiceInput
          name="wer"
          label={text('field.collector')}
          options={(['agency', 'lawyer'] as const).map((value) => ({ value, label: text(`collector.${value}`) }))}
        />
        <TickInput name="bestritten" label={text('field.disputed')} help={text('field.disputedHelp')} />
        <TickInput name="umfangreich" label={text('field.extensive')} help={text('field.extensiveHelp')} />
        <Two>
          <AmountInput name="pauschalbetrag" label={text('field.flatAmount')} help={text('field.flatAmountHelp')} />
          <DayInput name="stand" label={text('field.asOf')} help={text('field.todayElse')} />
        </Two>
      </More>
      <SettingsFields interest={false} />
    </>
  )
}
