// Praxisdaten: who the creditor is on letters and handovers, where it gets mail, where it is paid; its locations.

import { useState } from 'react'
import type { FormEvent } from 'react'
import { useText } from '../../texts/index.ts'
import { Button, ErrorState, LoadingState, Row, SelectField, Sheet, TextField, type Trouble } from '../../ui/index.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

type Words = Record<
  | 'name'
  | 'legalName'
  | 'street'
  | 'extra'
  | 'postCode'
  | 'city'
  | 'country'
  | 'email'
  | 'phone'
  | 'website'
  | 'vatId'
  | 'iban'
  | 'bic'
  | 'accountHolder',
  string
>

export type PracticeData = Readonly<Words> & {
  readonly deductsInputTax: boolean
  readonly healthProfession: boolean
  readonly originalsWithLetters: 'usual' | 'post' | 'none'
  readonly paymentTermDays: number
}

export type PracticeLocation = { readonly id: string; readonly name: string; readonly place: string }

export type PracticePageProps = {
  readonly data: PracticeData | undefined
  readonly locations: readonly PracticeLocation[]
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  /** Only the members that differ. */
  readonly onSave: (change: Partial<PracticeData>) => void
  readonly onAddLocation: (name: string) => void
  readonly onRetry: () => void
}

export function PracticePage(props: PracticePageProps) {
  const { data, trouble, onRetry } = props
  return (
    <SettingsFrame section="praxisdaten">
      {data !== undefined ? (
        <Form key={JSON.stringify(data)} {...props} data={data} />
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
      {data === undefined ? null : <Locations {...props} />}
    </SettingsFrame>
  )
}

const COUNTRIES = ['DE', 'AT', 'CH', 'NL'] as const
const ORIGINALS = ['usual', 'post', 'none'] as const

/** What is usual differs: a health profession's invoices stay here. */
function originalsKey(wish: (typeof ORIGINALS)[number], health: boolean) {
  return wish === 'usual' && health ? 'practice.originals.health' : (`practice.originals.${wish}` as const)
}

function Form({ data, busy, trouble, mayWrite, onSave }: PracticePageProps & { readonly data: PracticeData }) {
  const text = useText()
  const [now, setNow] = useState(data)
  const set = (name: keyof Words) => ({
    value: now[name],
    readOnly: !mayWrite,
    onChange: (event: { target: { value: string } }) => setNow({ ...now, [name]: event.target.value }),
  })
  const tick = (name: 'deductsInputTax' | 'healthProfession', label: string, help: string) => (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={now[name]}
        disabled={!mayWrite}
        onChange={(event) => setNow({ ...now, [name]: event.target.checked })}
      />
      {label}
      <small>{help}</small>
    </label>
  )
  const change = Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== data[name as keyof PracticeData]),
  ) as Partial<PracticeData> // entries of the same object
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (Object.keys(change).length > 0) onSave(change)
  }
  return (
    <form onSubmit={submit} className={styles.content}>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <Sheet title={text('practice.info')} lead={text('practice.infoLead')}>
        <div className={styles.form}>
          <div className={styles.two}>
            <TextField label={text('practice.name')} required {...set('name')} />
            <TextField label={text('practice.legalName')} required {...set('legalName')} />
          </div>
          <div className={styles.two}>
            <TextField label={text('field.street')} required {...set('street')} />
            <TextField label={text('field.extra')} {...set('extra')} />
          </div>
          <div className={styles.place}>
            <TextField label={text('field.postCode')} required {...set('postCode')} />
            <TextField label={text('field.city')} required {...set('city')} />
            <SelectField
              label={text('field.country')}
              data={COUNTRIES.map((value) => ({ value, label: text(`country.${value}`) }))}
              value={now.country}
              disabled={!mayWrite}
              onChange={(event) => setNow({ ...now, country: event.target.value })}
            />
          </div>
          <div className={styles.two}>
            <TextField
              label={text('practice.email')}
              description={text('practice.emailHelp')}
              type="email"
              {...set('email')}
            />
            <TextField label={text('field.phone')} type="tel" {...set('phone')} />
          </div>
          <TextField label={text('practice.website')} type="url" {...set('website')} />
        </div>
      </Sheet>
      <Sheet title={text('practice.money')}>
        <div className={styles.form}>
          <TextField label={text('practice.accountHolder')} {...set('accountHolder')} />
          <div className={styles.two}>
            <TextField label="IBAN" {...set('iban')} />
            <TextField label="BIC" {...set('bic')} />
            <TextField label={text('practice.vatId')} {...set('vatId')} />
            <TextField
              label={text('practice.term')}
              inputMode="numeric"
              readOnly={!mayWrite}
              value={String(now.paymentTermDays)}
              onChange={(event) =>
                setNow({ ...now, paymentTermDays: Number(event.target.value.replace(/\D/g, '').slice(0, 3)) })
              }
            />
          </div>
          {tick('deductsInputTax', text('practice.inputTax'), text('practice.inputTaxHelp'))}
          {tick('healthProfession', text('practice.health'), text('practice.healthHelp'))}
          <SelectField
            label={text('practice.originals')}
            description={text('practice.originalsHelp')}
            data={ORIGINALS.map((value) => ({ value, label: text(originalsKey(value, now.healthProfession)) }))}
            value={now.originalsWithLetters}
            disabled={!mayWrite}
            onChange={({ target }) => {
              const wish = ORIGINALS.find((value) => value === target.value)
              if (wish !== undefined) setNow({ ...now, originalsWithLetters: wish })
            }}
          />
        </div>
      </Sheet>
      {mayWrite ? (
        <Row end>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={Object.keys(change).length === 0 ? text('settings.unchanged') : undefined}
          >
            {text('ui.save')}
          </Button>
        </Row>
      ) : null}
    </form>
  )
}

function Locations({ locations, mayWrite, busy, onAddLocation }: PracticePageProps) {
  const text = useText()
  const [name, setName] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    onAddLocation(name.trim())
    setName('')
  }
  return (
    <Sheet title={text('practice.locations')} lead={text('practice.locationsLead')}>
      {locations.map((location) => (
        <p key={location.id} className={styles.practice}>
          <b>{location.name}</b> <span className="muted">{location.place}</span>
        </p>
      ))}
      {mayWrite ? (
        <form onSubmit={add} className={styles.secret}>
          <TextField
            aria-label={text('practice.newLocation')}
            placeholder={text('practice.newLocation')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={busy} reason={name.trim() === '' ? text('practice.nameMissing') : undefined}>
            {text('practice.addLocation')}
          </Button>
        </form>
      ) : null}
    </Sheet>
  )
}
