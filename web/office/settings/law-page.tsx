// Recht und Zinsen: each setting with one sentence on what it means and what is prudent.

import { type FormEvent, type ReactNode, useState } from 'react'
import { useText, useTexts } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import {
  Button,
  ErrorState,
  LoadingState,
  Note,
  Row,
  SelectField,
  Sheet,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { type LawSettings, type LawView, changeOf } from './law-view.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export type LawPageProps = {
  readonly view: LawView | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly onSave: (change: Partial<LawSettings>) => void
  readonly onRetry: () => void
}

export function LawPage(props: LawPageProps) {
  const { view, trouble, onRetry } = props
  return (
    <SettingsFrame section="recht">
      {view !== undefined ? (
        <Form key={JSON.stringify(view.settings)} {...props} view={view} />
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
    </SettingsFrame>
  )
}

type FormProps = LawPageProps & { readonly view: LawView }

function Form({ view, busy, trouble, mayWrite, onSave }: FormProps) {
  const common = useText()
  const [now, setNow] = useState(view.settings)
  const change = changeOf(view.settings, now)
  const unchanged = Object.keys(change).length === 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!unchanged) onSave(change)
  }
  const fields = { view, now, mayWrite, set: (more: Partial<LawSettings>) => setNow({ ...now, ...more }) }
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <CountryFields {...fields} />
      <DemandFields {...fields} />
      <InvoiceFields {...fields} />
      <OpenFields {...fields} />
      <UnsureFields {...fields} />
      {mayWrite ? (
        <Row end>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={unchanged ? common('settings.unchanged') : undefined}
          >
            {common('ui.save')}
          </Button>
        </Row>
      ) : null}
    </form>
  )
}

type FieldsProps = {
  readonly view: LawView
  readonly now: LawSettings
  readonly mayWrite: boolean
  readonly set: (change: Partial<LawSettings>) => void
}

function CountryFields({ view, now, mayWrite, set }: FieldsProps) {
  const text = useLawText()
  const { language } = useTexts()
  const name = (code: string): string => view.countries.find((each) => each.code === code)?.names[language] ?? code
  const known = view.countries.some(({ code }) => code === (now.country ?? view.own))
  const regions = view.countries.find(({ code }) => code === (now.country ?? view.own))?.regions ?? []
  const options = view.countries.map(({ code, names }) => ({ value: code, label: names[language] }))
  return (
    <Sheet title={text('law.country.title')} lead={text('law.country.lead')}>
      <div className={styles.form}>
        <SelectField
          label={text('law.country')}
          description={text('law.country.help')}
          data={[{ value: '', label: text('law.country.own', { country: name(view.own) }) }, ...options]}
          value={now.country ?? ''}
          disabled={!mayWrite}
          onChange={(event) =>
            set({ country: event.target.value === '' ? null : event.target.value, region: null, choices: {} })
          }
        />
        {regions.length === 0 ? null : (
          <SelectField
            label={text('law.region')}
            description={text('law.region.help')}
            data={[
              { value: '', label: text('law.region.none') },
              ...regions.map(({ code, name: label }) => ({ value: code, label })),
            ]}
            value={now.region ?? ''}
            disabled={!mayWrite}
            onChange={(event) => set({ region: event.target.value === '' ? null : event.target.value })}
          />
        )}
        {known ? null : <Note tone="warn">{text('law.country.unknown', { country: name(view.own) })}</Note>}
      </div>
    </Sheet>
  )
}

type TickName = 'interestDemanded' | 'flatDemanded' | 'dueAgreed' | 'invoiceNotice' | 'provisional' | 'lowConfidence'
type TickProps = FieldsProps & { readonly name: TickName; readonly label: string; readonly help: string }

function Tick({ name, label, help, now, mayWrite, set }: TickProps) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={now[name]}
        disabled={!mayWrite}
        onChange={(event) => set({ [name]: event.target.checked })}
      />
      {label}
      <small>{help}</small>
    </label>
  )
}

function Ticks({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Sheet title={title} lead={lead}>
      <div className={styles.form}>{children}</div>
    </Sheet>
  )
}

function DemandFields(props: FieldsProps) {
  const text = useLawText()
  return (
    <Ticks title={text('law.demand.title')}>
      <Tick {...props} name="interestDemanded" label={text('law.interest')} help={text('law.interest.help')} />
      <Tick {...props} name="flatDemanded" label={text('law.flat')} help={text('law.flat.help')} />
    </Ticks>
  )
}

function InvoiceFields(props: FieldsProps) {
  const { now, mayWrite, set } = props
  const text = useLawText()
  return (
    <Ticks title={text('law.invoices.title')} lead={text('law.invoices.lead')}>
      <Tick {...props} name="dueAgreed" label={text('law.dueAgreed')} help={text('law.dueAgreed.help')} />
      <Tick {...props} name="invoiceNotice" label={text('law.notice')} help={text('law.notice.help')} />
      <TextField
        label={text('law.postal')}
        description={text('law.postal.help')}
        inputMode="numeric"
        readOnly={!mayWrite}
        value={String(now.postalDays)}
        onChange={(event) =>
          set({ postalDays: Math.min(30, Number(event.target.value.replace(/\D/g, '').slice(0, 2))) })
        }
      />
    </Ticks>
  )
}

function UnsureFields(props: FieldsProps) {
  const text = useLawText()
  return (
    <Ticks title={text('law.unsure.title')} lead={text('law.unsure.lead')}>
      <Tick {...props} name="provisional" label={text('law.provisional')} help={text('law.provisional.help')} />
      <Tick {...props} name="lowConfidence" label={text('law.lowConfidence')} help={text('law.lowConfidence.help')} />
    </Ticks>
  )
}

const YEAR_BASES = ['act/365', 'act/act', 'act/360'] as const

function OpenFields({ view, now, mayWrite, set }: FieldsProps) {
  const text = useLawText()
  const country = view.countries.find(({ code }) => code === (now.country ?? view.own))
  if (country === undefined) return null
  const { yearBasis, paymentDayCounts, choices } = country.settings
  const answer = (yes: boolean): string => text(yes ? 'law.payday.yes' : 'law.payday.no')
  const days = now.paymentDayCounts === null ? '' : now.paymentDayCounts ? 'yes' : 'no'
  return (
    <Ticks title={text('law.open.title')} lead={text('law.open.lead')}>
      <SelectField
        label={text('settings.yearBasis')}
        description={text('law.year.help')}
        disabled={!mayWrite}
        data={[
          { value: '', label: text('law.year.default', { basis: text(`yearBasis.${yearBasis}`) }) },
          ...YEAR_BASES.map((value) => ({ value, label: text(`yearBasis.${value}`) })),
        ]}
        value={now.yearBasis ?? ''}
        onChange={(event) => set({ yearBasis: YEAR_BASES.find((basis) => basis === event.target.value) ?? null })}
      />
      <SelectField
        label={text('law.payday')}
        description={text('law.payday.help')}
        disabled={!mayWrite}
        data={[
          { value: '', label: text('law.payday.default', { answer: answer(paymentDayCounts) }) },
          { value: 'yes', label: answer(true) },
          { value: 'no', label: answer(false) },
        ]}
        value={days}
        onChange={(event) => set({ paymentDayCounts: event.target.value === '' ? null : event.target.value === 'yes' })}
      />
      {country.openQuestions.map((question) => (
        <SelectField
          key={question.key}
          label={question.text}
          disabled={!mayWrite}
          data={question.answers.map(({ key, text: label }) => ({ value: key, label }))}
          value={now.choices[question.key] ?? choices[question.key] ?? question.answers[0]?.key ?? ''}
          onChange={(event) => set({ choices: { ...now.choices, [question.key]: event.target.value } })}
        />
      ))}
    </Ticks>
  )
}
