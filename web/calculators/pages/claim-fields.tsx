// The questions about a claim, shared by the calculators of its interest and of instalments.

import { useLawText } from '../../texts/law/law-text.ts'
import { AmountInput, ChoiceInput, DayInput, NumberInput, RegionInput, TickInput } from '../form/inputs.tsx'
import { More } from '../form/more.tsx'
import { RowsInput } from '../form/rows-input.tsx'
import { ENTRY_KINDS } from '../questions/claim-question.ts'
import { Two } from './page-parts.tsx'

type Faults = { readonly dueFault?: string | undefined }

export function DebtorField() {
  const text = useLawText()
  return (
    <ChoiceInput
      name="schuldner"
      label={text('field.debtor')}
      options={(['verbraucher', 'unternehmen'] as const).map((value) => ({ value, label: text(`debtor.${value}`) }))}
    />
  )
}

export function ClaimFields({ dueFault }: Faults) {
  const text = useLawText()
  return (
    <>
      <Two>
        <AmountInput name="betrag" label={text('field.principal')} />
        <DayInput name="faellig" label={text('field.dueOn')} fault={dueFault} />
      </Two>
      <DebtorField />
      <TickInput name="vereinbart" label={text('field.dueAgreed')} help={text('field.dueAgreedHelp')} />
      <RowsInput
        name="mahnung"
        label={text('field.reminders')}
        help={text('field.remindersHelp')}
        add={text('field.remindersAdd')}
        kinds={[{ value: 'mahnung', label: text('field.reminders') }]}
        day={text('field.receivedOn')}
      />
    </>
  )
}

export function EntryFields() {
  const text = useLawText()
  return (
    <RowsInput
      name="eintrag"
      label={text('field.entries')}
      help={text('field.entriesHelp')}
      add={text('field.entriesAdd')}
      kinds={ENTRY_KINDS.map((value) => ({ value, label: text(`entry.${value}`) }))}
      day={text('rows.day')}
      amount={text('rows.amount')}
    />
  )
}

const MORE = ['rechnung', 'hinweis', 'vertrag', 'verweigert', 'satz', 'region', 'leistung', 'verschulden'] as const

export function MoreClaimFields() {
  const text = useLawText()
  return (
    <More title={text('more.title')} hint={text('more.claimHint')} names={MORE}>
      <Two>
        <DayInput name="rechnung" label={text('field.invoiceReceived')} help={text('field.invoiceReceivedHelp')} />
        <DayInput name="vertrag" label={text('field.contractOn')} help={text('field.contractOnHelp')} />
        <DayInput name="verweigert" label={text('field.refusedOn')} help={text('field.refusedOnHelp')} />
        <NumberInput name="satz" label={text('field.agreedRate')} help={text('field.agreedRateHelp')} suffix="%" />
      </Two>
      <TickInput name="hinweis" label={text('field.invoiceNotice')} help={text('field.invoiceNoticeHelp')} />
      <TickInput
        name="leistung"
        label={text('field.forPerformance')}
        help={text('field.forPerformanceHelp')}
        otherwise
      />
      <TickInput name="verschulden" label={text('field.fault')} help={text('field.faultHelp')} otherwise />
      <RegionInput name="region" />
    </More>
  )
}
