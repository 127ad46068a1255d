// What going to court costs, and which court is competent.

import { money } from '@mahnwerk/core/money'
import type { CourtNote } from '@mahnwerk/core/court'
import { useFormat } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { Amount } from '../../ui/index.ts'
import styles from '../calculators.module.css'
import { useForm } from '../form/form-context.tsx'
import { AmountInput, DayInput, NumberInput, RegionInput, SelectInput, TickInput, WordInput } from '../form/inputs.tsx'
import { More } from '../form/more.tsx'
import { SettingsFields } from '../form/settings-fields.tsx'
import { ACTS, CLAIMANTS, REPRESENTATIVES, courtQuestion, seatIn } from '../questions/court-question.ts'
import { settingsIn } from '../questions/settings.ts'
import { RefusalNote, useRefusalWords } from '../refusal-note.tsx'
import { Basis, Missing, ResultFigure, Why } from '../result.tsx'
import { COURT_EXAMPLE } from './examples.ts'
import { CalculatorPage, Two } from './page-parts.tsx'

export default function CourtPage() {
  const words = useRefusalWords()
  const { country, given, today } = useForm()
  const asked = courtQuestion(given, country, today)
  const note = asked.ready ? country.courtCosts(asked.question, settingsIn(given, country)) : undefined
  const refusal = note?.ok === false ? note.refusal : undefined
  const fault = refusal?.code.startsWith('law_') === true ? words(refusal) : undefined
  return (
    <CalculatorPage
      questions={<Questions fault={fault} />}
      answer={
        <>
          {!asked.ready ? (
            <Missing names={asked.missing} example={COURT_EXAMPLE} />
          ) : refusal !== undefined ? (
            <RefusalNote refusal={refusal} />
          ) : note?.ok === true ? (
            <Answered note={note.value} />
          ) : null}
          <Competent />
        </>
      }
    />
  )
}

function Answered({ note }: { note: CourtNote }) {
  const text = useLawText()
  const format = useFormat()
  const { country } = useForm()
  const sum = (amount: number): string => format.money(money(amount, country.currency))
  const lawyer = note.representativeNet + note.vat
  return (
    <>
      <ResultFigure
        label={text('court.total')}
        value={<Amount of={money(note.total, country.currency)} />}
        line={lawyer > 0 ? text('court.split', { court: sum(note.courtFee), lawyer: sum(lawyer) }) : undefined}
        why={note.why}
      />
      <Why of={[note.why]} title="costs.why" open={1} />
      <Basis of={[note.why]} />
    </>
  )
}

function Competent() {
  const text = useLawText()
  const { country, given } = useForm()
  const seat = seatIn(given, country)
  if (seat === undefined) return null
  const court = country.orderForPaymentCourt(seat)
  return court === undefined ? (
    <p className={`muted ${styles.why}`}>
      {text(
        seat.region === undefined && Object.keys(country.regions).length > 0 ? 'court.regionToo' : 'court.unknownSeat',
      )}
    </p>
  ) : (
    <>
      <ResultFigure beside label={text('court.competent')} value={court.name} line={court.city} />
      <Why of={[court.why]} title="court.competentWhy" />
    </>
  )
}

function Questions({ fault }: { fault: string | undefined }) {
  const text = useLawText()
  const options = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, label: word(value) }))
  return (
    <>
      <SelectInput name="was" label={text('court.act')} options={options(ACTS, (act) => text(`act.${act}`))} />
      <Two>
        <AmountInput name="betrag" label={text('court.value')} help={text('court.valueHelp')} />
        <DayInput name="antrag" label={text('court.filedOn')} help={text('field.todayElse')} fault={fault} />
      </Two>
      <SelectInput
        name="vertreter"
        label={text('court.representative')}
        options={options(REPRESENTATIVES, (who) => text(`representative.${who}`))}
      />
      <TickInput name="widerspruch" label={text('court.disputed')} help={text('court.disputedHelp')} />
      <More title={text('court.seat')} hint={text('court.seatHint')} names={['plz', 'region']}>
        <Two>
          <WordInput name="plz" label={text('court.postCode')} />
          <RegionInput name="region" help={text('court.regionHelp')} />
        </Two>
      </More>
      <More title={text('more.title')} hint={text('more.courtHint')} names={['klaeger', 'vorsteuer', 'vorgebuehr']}>
        <SelectInput
          name="klaeger"
          label={text('court.claimant')}
          options={options(CLAIMANTS, (who) => text(`claimant.${who}`))}
        />
        <TickInput name="vorsteuer" label={text('field.inputTax')} help={text('field.inputTaxHelp')} />
        <NumberInput name="vorgebuehr" label={text('court.feeBefore')} help={text('court.feeBeforeHelp')} />
      </More>
      <SettingsFields interest={false} />
    </>
  )
}
