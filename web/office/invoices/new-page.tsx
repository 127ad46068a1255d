// An invoice entered by hand: who, what, how much, until when.

import type { LocalDate } from '@mahnwerk/core/calendar'
import { EUR, type Minor } from '@mahnwerk/core/money'
import type { PartyName } from '@mahnwerk/core/parties'
import { type FormEvent, useState } from 'react'
import { useText } from '../../texts/index.ts'
import {
  ActionRow,
  AmountField,
  Button,
  Columns,
  DateField,
  ErrorState,
  LongTextField,
  PageHead,
  SelectField,
  Sheet,
  Stack,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './invoices.module.css'

export type InvoiceInput = {
  readonly practiceId: string
  readonly debtor: {
    readonly name: PartyName
    readonly street: string
    readonly postCode: string
    readonly city: string
    readonly country: string
    readonly email: string
    readonly phone: string
  }
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly serviceDate: LocalDate | undefined
  readonly amount: Minor
  readonly subject: string
}

export type InvoiceNewProps = {
  readonly practices: readonly { readonly id: string; readonly name: string }[]
  readonly today: LocalDate
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (invoice: InvoiceInput) => void
}

const COUNTRIES = ['DE', 'AT', 'CH', 'NL'] as const

export function InvoiceNewPage({ practices, today, busy, trouble, onSave }: InvoiceNewProps) {
  const text = useText()
  const [words, setWords] = useState({
    practiceId: practices[0]?.id ?? '',
    kind: 'consumer',
    first: '',
    last: '',
    company: '',
    street: '',
    postCode: '',
    city: '',
    country: 'DE',
    email: '',
    phone: '',
    number: '',
    subject: '',
  })
  const [days, setDays] = useState<{ invoice?: LocalDate; due?: LocalDate; service?: LocalDate }>({ invoice: today })
  const [amount, setAmount] = useState<Minor>()
  const set = (name: keyof typeof words) => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  })
  const pick =
    (name: keyof typeof days) =>
    (day: LocalDate | undefined): void =>
      setDays(({ [name]: _before, ...rest }) => (day === undefined ? rest : { ...rest, [name]: day }))
  const name: PartyName =
    words.kind === 'business'
      ? { kind: 'business', company: words.company.trim() }
      : { kind: 'consumer', first: words.first.trim(), last: words.last.trim() }
  const named = name.kind === 'business' ? name.company !== '' : name.last !== ''
  const missing = [
    !named && text('field.name'),
    words.number.trim() === '' && text('field.number'),
    (amount ?? 0) <= 0 && text('field.amount'),
    days.invoice === undefined && text('field.invoiceDate'),
    days.due === undefined && text('field.dueDate'),
  ].filter((word) => word !== false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { invoice, due, service } = days
    if (missing.length > 0 || amount === undefined || invoice === undefined || due === undefined) return
    const { practiceId, street, postCode, city, country, email, phone, number, subject } = words
    onSave({
      practiceId,
      debtor: { name, street, postCode, city, country, email, phone },
      number,
      invoiceDate: invoice,
      dueDate: due,
      serviceDate: service,
      amount,
      subject,
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <PageHead
        crumbs={[{ label: text('invoices.title'), href: paths.invoices() }, { label: text('invoices.new') }]}
        title={text('invoices.new')}
        lead={text('new.lead')}
      />
      <Stack>
        {trouble === undefined ? null : (
          <Sheet>
            <ErrorState trouble={trouble} />
          </Sheet>
        )}
        <Columns even>
          <Sheet title={text('new.debtor')}>
            <div className={styles.form}>
              <SelectField
                label={text('new.kind')}
                data={[
                  { value: 'consumer', label: text('new.consumer') },
                  { value: 'business', label: text('new.business') },
                ]}
                {...set('kind')}
              />
              {words.kind === 'business' ? (
                <TextField label={text('field.company')} required autoComplete="off" {...set('company')} />
              ) : (
                <div className={styles.two}>
                  <TextField label={text('field.firstName')} autoComplete="off" {...set('first')} />
                  <TextField label={text('field.lastName')} required autoComplete="off" {...set('last')} />
                </div>
              )}
              <TextField label={text('field.street')} autoComplete="off" {...set('street')} />
              <div className={styles.addressLine}>
                <TextField label={text('field.postCode')} inputMode="numeric" autoComplete="off" {...set('postCode')} />
                <TextField label={text('field.city')} autoComplete="off" {...set('city')} />
                <SelectField
                  label={text('field.country')}
                  data={COUNTRIES.map((value) => ({ value, label: text(`country.${value}`) }))}
                  {...set('country')}
                />
              </div>
              <div className={styles.two}>
                <TextField label={text('field.email')} type="email" autoComplete="off" {...set('email')} />
                <TextField label={text('field.phone')} type="tel" autoComplete="off" {...set('phone')} />
              </div>
            </div>
          </Sheet>
          <Sheet title={text('new.invoice')}>
            <div className={styles.form}>
              {practices.length < 2 ? null : (
                <SelectField
                  label={text('field.practice')}
                  data={practices.map(({ id, name: label }) => ({ value: id, label }))}
                  {...set('practiceId')}
                />
              )}
              <div className={styles.two}>
                <TextField label={text('field.number')} required autoComplete="off" {...set('number')} />
                <AmountField label={text('field.amount')} currency={EUR} value={amount} onChange={setAmount} required />
              </div>
              <div className={styles.two}>
                <DateField
                  label={text('field.invoiceDate')}
                  value={days.invoice}
                  max={today}
                  onChange={pick('invoice')}
                  required
                />
                <DateField
                  label={text('field.dueDate')}
                  value={days.due}
                  {...(days.invoice === undefined ? {} : { min: days.invoice })}
                  onChange={pick('due')}
                  required
                />
              </div>
              <DateField
                label={text('field.serviceDate')}
                value={days.service}
                onChange={pick('service')}
                description={text('new.serviceHelp')}
              />
              <LongTextField label={text('field.subject')} description={text('new.subjectHelp')} {...set('subject')} />
            </div>
          </Sheet>
        </Columns>
        <ActionRow hint={missing.length === 0 ? undefined : text('new.missing', { what: missing.join(', ') })}>
          <Button kind="quiet" href={paths.invoices()}>
            {text('ui.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={missing.length === 0 ? undefined : text('new.missing', { what: missing.join(', ') })}
          >
            {text('new.save')}
          </Button>
        </ActionRow>
      </Stack>
    </form>
  )
}
