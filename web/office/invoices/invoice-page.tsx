// One invoice: what is owed on it, what came, what happened, what comes next.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { NextStep, Readiness, Status } from '@mahnwerk/core/claims'
import type { Money } from '@mahnwerk/core/money'
import { IconAlertTriangle, IconCashBanknote, IconFlag3 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Columns,
  ErrorState,
  FieldList,
  FigureRow,
  KeyFigure,
  Link,
  LoadingState,
  Note,
  PageHead,
  Sheet,
  Stack,
  StatusTag,
  Timeline,
  type TimelineEntry,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import type { PaymentLine } from '../payments/payment-line.ts'
import { PaymentsSheet } from '../payments/payments-sheet.tsx'
import { cautionWords, nextStepWords, obstacleWords, statusWords } from '../words/index.ts'
import { type DocumentLink, DocumentsList } from './documents-list.tsx'
import { StatusCell } from './invoice-cells.tsx'
import type { StateActs } from './state-acts.ts'
import { type PossibleAct, StateMenu } from './state-menu.tsx'

export type InvoiceDetail = {
  readonly id: string
  readonly number: string
  readonly debtorId: string
  readonly debtorName: string
  readonly debtorAddress: string
  readonly debtorEmail?: string | undefined
  readonly debtorPhone?: string | undefined
  readonly practice: string
  readonly subject: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly serviceDate?: LocalDate | undefined
  readonly daysOverdue?: number | undefined
  readonly amount: Money
  readonly paid: Money
  /** The part of it that went on costs, fees and interest. */
  readonly paidBeside: Money
  readonly charges: Money
  readonly costs: Money
  readonly open: Money
  readonly status: Status
  readonly nextStep: NextStep
  readonly readiness: Readiness
  readonly dunningLevel: number
  readonly caseId?: string | undefined
  readonly partner?: string | undefined
  readonly version: number
  readonly payments: readonly PaymentLine[]
  readonly history: readonly TimelineEntry[]
  readonly documents: readonly DocumentLink[]
  readonly actions: readonly PossibleAct[]
}

export type InvoicePageProps = {
  readonly invoice: InvoiceDetail | undefined
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
  readonly onPayment?: (() => void) | undefined
  readonly mayHandOver: boolean
  readonly onState?: StateActs | undefined
  readonly onMark?: (() => void) | undefined
  /** How the sum is made up. */
  readonly statement?: ReactNode
  /** The letters so far, and what comes next. */
  readonly dunning?: ReactNode
  readonly onDun?: (() => void) | undefined
  readonly overlay?: ReactNode
}

export function InvoicePage({ invoice, trouble, onRetry, ...acts }: InvoicePageProps) {
  const text = useText()
  if (trouble !== undefined) return <Failed trouble={trouble} onRetry={onRetry} />
  if (invoice === undefined)
    return (
      <>
        <PageHead title={text('invoice.title')} />
        <Sheet>
          <LoadingState />
        </Sheet>
      </>
    )
  return <Loaded invoice={invoice} {...acts} />
}

function Failed({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const text = useText()
  return (
    <>
      <PageHead title={text('invoice.title')} crumbs={[{ label: text('invoices.title'), href: paths.invoices() }]} />
      <Sheet>
        <ErrorState trouble={trouble} onRetry={onRetry} />
      </Sheet>
    </>
  )
}

type LoadedProps = { readonly invoice: InvoiceDetail } & Pick<
  InvoicePageProps,
  'onPayment' | 'mayHandOver' | 'onMark' | 'onState' | 'onDun' | 'statement' | 'dunning' | 'overlay'
>

function Loaded({ invoice, onMark, statement, dunning, overlay, ...acts }: LoadedProps) {
  const text = useText()
  const format = useFormat()
  const status = statusWords(invoice.status, text, format)
  const mark = onMark === undefined ? undefined : (): void => onMark()
  const tag =
    mark === undefined ? (
      <StatusTag tone={status.tone}>{status.label}</StatusTag>
    ) : (
      <StatusCell row={invoice} onMark={mark} />
    )
  return (
    <>
      <PageHead
        crumbs={[{ label: text('invoices.title'), href: paths.invoices() }, { label: invoice.number }]}
        title={text('invoice.titleOf', { number: invoice.number })}
        tag={tag}
        lead={text('invoice.lead', {
          debtor: invoice.debtorName,
          date: format.day(invoice.invoiceDate),
          due: format.day(invoice.dueDate),
        })}
        actions={<Actions invoice={invoice} {...acts} />}
      />
      <Stack>
        <Sheet flush>
          <Sums invoice={invoice} />
        </Sheet>
        <Columns>
          <Stack>
            {statement}
            {dunning}
            <PaymentsSheet payments={invoice.payments} />
            <Sheet title={text('invoice.history')}>
              <Timeline entries={invoice.history} />
            </Sheet>
          </Stack>
          <Stack>
            <Next invoice={invoice} />
            <Debtor invoice={invoice} />
            <Sheet title={text('documents.title')}>
              <DocumentsList documents={invoice.documents} />
            </Sheet>
          </Stack>
        </Columns>
      </Stack>
      {overlay}
    </>
  )
}

function Actions({
  invoice,
  onPayment,
  mayHandOver,
  onState,
  onDun,
}: Pick<LoadedProps, 'invoice' | 'onPayment' | 'mayHandOver' | 'onState' | 'onDun'>) {
  const text = useText()
  const obstacle = obstacleWords(invoice.readiness, text, useFormat())
  const lost = invoice.status.kind === 'written_off'
  const over = ['paid', 'cancelled'].includes(invoice.status.kind)
  return (
    <>
      {over ||
      lost ||
      invoice.caseId !== undefined ||
      invoice.daysOverdue === undefined ||
      onDun === undefined ? null : (
        <Button icon={<IconAlertTriangle aria-hidden color="var(--warn)" />} onClick={onDun}>
          {text('invoices.dun')}
        </Button>
      )}
      {over || lost || onPayment === undefined ? null : (
        <Button icon={<IconCashBanknote aria-hidden />} onClick={onPayment}>
          {text('payment.receive')}
        </Button>
      )}
      {invoice.caseId === undefined ? null : (
        <Button kind="primary" href={paths.case(invoice.caseId)}>
          {text('claim.show')}
        </Button>
      )}
      {(invoice.caseId !== undefined && !lost) || over || !mayHandOver ? null : (
        <Button kind="primary" icon={<IconFlag3 aria-hidden />} href={paths.handover(invoice.id)} reason={obstacle}>
          {text(lost ? 'claim.try' : 'claim.create')}
        </Button>
      )}
      {onState === undefined ? null : <StateMenu actions={invoice.actions} acts={onState} />}
    </>
  )
}

function Sums({ invoice }: { invoice: InvoiceDetail }) {
  const text = useText()
  const { money } = useFormat()
  const { charges, costs, daysOverdue, paidBeside } = invoice
  return (
    <FigureRow>
      <KeyFigure label={text('invoice.amount')} value={<Amount of={invoice.amount} />} />
      {charges.amount === 0 ? null : <KeyFigure label={text('invoice.charges')} value={<Amount of={charges} />} />}
      {costs.amount === 0 ? null : <KeyFigure label={text('invoice.costs')} value={<Amount of={costs} />} />}
      <KeyFigure
        label={text('invoice.paid')}
        value={<Amount of={invoice.paid} />}
        note={paidBeside.amount > 0 ? text('invoice.paidBeside', { sum: money(paidBeside) }) : undefined}
      />
      <KeyFigure
        label={text('invoice.open')}
        value={<Amount of={invoice.open} />}
        strong
        note={daysOverdue === undefined ? undefined : text.count('invoice.overdueSince', daysOverdue)}
      />
    </FigureRow>
  )
}

function Next({ invoice }: { invoice: InvoiceDetail }) {
  const text = useText()
  const format = useFormat()
  const caution = cautionWords(invoice.readiness, text)
  const obstacle = obstacleWords(invoice.readiness, text, format)
  return (
    <Sheet title={text('invoice.next')}>
      <Stack tight>
        <p>
          {invoice.nextStep.kind === 'none' ? text('next.none') : nextStepWords(invoice.nextStep, text, format).label}
        </p>
        {invoice.caseId !== undefined || obstacle === undefined ? null : <p className="small muted">{obstacle}</p>}
        {caution === undefined || invoice.caseId !== undefined ? null : <Note tone="warn">{caution}</Note>}
      </Stack>
    </Sheet>
  )
}

function Debtor({ invoice }: { invoice: InvoiceDetail }) {
  const text = useText()
  const format = useFormat()
  const optional = (id: string, label: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [{ id, label, value }]
  return (
    <Sheet title={text('invoice.details')}>
      <FieldList
        fields={[
          {
            id: 'name',
            label: text('field.name'),
            value: <Link href={paths.debtor(invoice.debtorId)}>{invoice.debtorName}</Link>,
          },
          { id: 'address', label: text('field.address'), value: invoice.debtorAddress },
          ...optional('email', text('field.email'), invoice.debtorEmail),
          ...optional('phone', text('field.phone'), invoice.debtorPhone),
          ...optional('subject', text('field.subject'), invoice.subject),
          ...optional(
            'service',
            text('field.serviceDate'),
            invoice.serviceDate === undefined ? undefined : format.day(invoice.serviceDate),
          ),
          { id: 'practice', label: text('field.practice'), value: invoice.practice },
        ]}
      />
    </Sheet>
  )
}
