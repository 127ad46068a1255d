// One customer: how to reach it, whether it rests, which levels hold for it and why, what it owes, and the letters so far.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { ReactNode } from 'react'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Text, useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Columns,
  ErrorState,
  FieldList,
  Link,
  LoadingState,
  Note,
  PageHead,
  SelectField,
  Sheet,
  Stack,
  StatusTag,
  type Trouble,
} from '../../ui/index.ts'
import styles from '../dunning/dunning.module.css'
import type { NoticeRow } from '../dunning/dunning-view.ts'
import { capital, levelWords } from '../dunning/dunning-words.ts'
import { LetterLines } from '../dunning/letter-lines.tsx'
import type { InvoiceRow } from '../invoices/invoice-row.ts'
import { paths } from '../paths.ts'
import { holdReasonWords, nextStepWords, statusWords } from '../words/index.ts'

export type HoldLine = {
  readonly id: string
  readonly reason: string
  readonly note: string
  readonly until?: LocalDate | undefined
  readonly inForce: boolean
  readonly setBy: string
  readonly setOn: LocalDate
  readonly endedOn?: LocalDate | undefined
}

export type DebtorDunningView = {
  readonly policyName: string
  readonly ground: 'own' | 'kind' | 'all' | 'built_in'
  readonly levels: readonly number[]
  readonly policyId?: string | undefined
  readonly levelMax?: number | undefined
}

export type DebtorView = {
  readonly id: string
  readonly name: string
  readonly kind: 'consumer' | 'business'
  readonly number?: string | undefined
  readonly practice: string
  readonly address: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

export type DebtorPageProps = {
  readonly debtor: DebtorView | undefined
  readonly dunning: DebtorDunningView | undefined
  /** Policies that may be given to it. */
  readonly policies: readonly { readonly id: string; readonly name: string }[]
  readonly holds: readonly HoldLine[]
  readonly invoices: readonly InvoiceRow[] | undefined
  readonly letters: readonly NoticeRow[] | undefined
  readonly trouble?: Trouble | undefined
  readonly busy: boolean
  readonly onPolicy?: ((policyId: string | undefined) => void) | undefined
  readonly onLevelMax?: ((level: number | undefined) => void) | undefined
  readonly onHold?: (() => void) | undefined
  readonly onLift?: (() => void) | undefined
  readonly onRetry: () => void
  readonly overlay?: ReactNode
}

export function DebtorPage(props: DebtorPageProps) {
  const { debtor, trouble } = props
  const text = useDunningText()
  const common = useText()
  if (debtor === undefined)
    return (
      <>
        <PageHead title={text('debtor.title')} crumbs={[{ label: common('invoices.title'), href: paths.invoices() }]} />
        <Sheet>
          {trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={props.onRetry} />}
        </Sheet>
      </>
    )
  return <Loaded {...props} debtor={debtor} />
}

function Loaded(props: DebtorPageProps & { readonly debtor: DebtorView }) {
  const { debtor, trouble, overlay } = props
  const text = useDunningText()
  const common = useText()
  return (
    <>
      <PageHead
        crumbs={[{ label: common('invoices.title'), href: paths.invoices() }, { label: debtor.name }]}
        title={debtor.name}
        lead={[text(`debtor.kind.${debtor.kind}`), debtor.practice].filter((part) => part !== '').join(' · ')}
        actions={
          <Button href={paths.invoices('alle', [`words.all.${debtor.name}`])}>{text('debtor.allInvoices')}</Button>
        }
      />
      <Stack>
        {trouble === undefined ? null : (
          <Sheet>
            <ErrorState trouble={trouble} />
          </Sheet>
        )}
        <Columns>
          <Stack>
            <HoldSheet {...props} />
            <Invoices {...props} />
            <Letters {...props} />
          </Stack>
          <Stack>
            <DunningSheet {...props} />
            <Contact debtor={debtor} text={text} common={common} />
          </Stack>
        </Columns>
      </Stack>
      {overlay}
    </>
  )
}

function HoldSheet({ holds, busy, onHold, onLift }: DebtorPageProps) {
  const text = useDunningText()
  const common = useText()
  const format = useFormat()
  const now = holds.find(({ inForce }) => inForce)
  const past = holds.filter(({ inForce }) => !inForce)
  return (
    <Sheet
      title={text('tab.holds')}
      actions={
        <>
          {onHold === undefined ? null : (
            <Button small onClick={onHold}>
              {text(now === undefined ? 'hold.set' : 'hold.change')}
            </Button>
          )}
          {now === undefined || onLift === undefined ? null : (
            <Button small busy={busy} onClick={onLift}>
              {text('hold.lift')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.said}>
        {now === undefined ? (
          <p className="muted">{text('hold.none')}</p>
        ) : (
          <Note tone="warn">
            <p>
              {now.until === undefined
                ? text('hold.now', { why: holdReasonWords(now.reason, common) })
                : text('hold.nowUntil', {
                    why: holdReasonWords(now.reason, common),
                    day: format.dayNamed(now.until),
                  })}{' '}
              {now.note}
            </p>
            <p className="small muted">{text('hold.setBy', { who: now.setBy, day: format.day(now.setOn) })}</p>
          </Note>
        )}
        {past.length === 0 ? null : (
          <details>
            <summary>{text('hold.past')}</summary>
            <ul className={styles.plain}>
              {past.map((hold) => (
                <li key={hold.id}>
                  {text('hold.pastLine', {
                    why: holdReasonWords(hold.reason, common),
                    from: format.day(hold.setOn),
                    to: hold.endedOn === undefined ? '' : format.day(hold.endedOn),
                  })}
                  {hold.note === '' ? '' : ` · ${hold.note}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Sheet>
  )
}

function DunningSheet({ dunning, policies, busy, onPolicy, onLevelMax }: DebtorPageProps) {
  const text = useDunningText()
  if (dunning === undefined)
    return (
      <Sheet title={text('debtor.dunning')}>
        <LoadingState lines={3} />
      </Sheet>
    )
  const { policyName, ground, policyId, levels, levelMax } = dunning
  return (
    <Sheet title={text('debtor.dunning')} actions={<Link href={paths.dunningHelp}>{text('howItWorks')}</Link>}>
      <fieldset className={styles.bare} disabled={busy}>
        <SelectField
          label={text('debtor.policy')}
          description={text('debtor.policyHolds', { policy: policyName, ground: text(`debtor.ground.${ground}`) })}
          disabled={onPolicy === undefined}
          data={[
            { value: '', label: text('debtor.policyUsual') },
            ...policies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={policyId ?? ''}
          onChange={(event) => onPolicy?.(event.target.value === '' ? undefined : event.target.value)}
        />
        <SelectField
          label={text('debtor.levelMax')}
          description={text('debtor.levelMaxHelp')}
          disabled={onLevelMax === undefined}
          data={[
            { value: '', label: text('debtor.levelMaxNone') },
            ...[...new Set([...levels, ...(levelMax === undefined ? [] : [levelMax])])]
              .toSorted((a, b) => a - b)
              .map((level) => ({
                value: String(level),
                label: capital(levelWords(level, text, level === levels.at(-1))),
              })),
          ]}
          value={levelMax === undefined ? '' : String(levelMax)}
          onChange={(event) => onLevelMax?.(event.target.value === '' ? undefined : Number(event.target.value))}
        />
      </fieldset>
    </Sheet>
  )
}

function Invoices({ invoices }: DebtorPageProps) {
  const text = useDunningText()
  const common = useText()
  const format = useFormat()
  return (
    <Sheet title={text('debtor.open')}>
      {invoices === undefined ? (
        <LoadingState lines={3} />
      ) : invoices.length === 0 ? (
        <p className="muted">{text('debtor.noInvoices')}</p>
      ) : (
        <ul className={styles.lettersOf}>
          {invoices.map((row) => {
            const { label, tone } = statusWords(row.status, common, format)
            return (
              <li key={row.id}>
                <Link className="code" href={paths.invoice(row.id)}>
                  {row.number}
                </Link>
                <StatusTag tone={tone}>{label}</StatusTag>
                <span className="small muted">{nextStepWords(row.nextStep, common, format).label}</span>
                <Amount of={row.open} strong />
              </li>
            )
          })}
        </ul>
      )}
    </Sheet>
  )
}

function Letters({ letters, debtor }: DebtorPageProps) {
  const text = useDunningText()
  const all =
    debtor === undefined ? undefined : (
      <Link href={paths.notices([`words.all.${debtor.name}`])}>{text('debtor.allLetters')}</Link>
    )
  return (
    <Sheet title={text('debtor.letters')} actions={letters === undefined || letters.length === 0 ? undefined : all}>
      {letters === undefined ? (
        <LoadingState lines={3} />
      ) : letters.length === 0 ? (
        <p className="muted">{text('debtor.noLetters')}</p>
      ) : (
        <LetterLines letters={letters} />
      )}
    </Sheet>
  )
}

function Contact({ debtor, text, common }: { debtor: DebtorView; text: DunningText; common: Text }) {
  const optional = (id: string, label: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [{ id, label, value }]
  return (
    <Sheet title={text('debtor.contact')}>
      <FieldList
        fields={[
          { id: 'name', label: common('field.name'), value: debtor.name },
          ...optional('address', common('field.address'), debtor.address),
          ...optional('email', common('field.email'), debtor.email),
          ...optional('phone', common('field.phone'), debtor.phone),
          ...optional('number', text('debtor.number'), debtor.number),
        ]}
      />
    </Sheet>
  )
}
