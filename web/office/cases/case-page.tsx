// Forderung anzeigen: the sums, how far it is, who acts now, what needs an answer, every cent and every letter.

import { IconCashBanknote, IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Columns,
  ErrorState,
  FigureRow,
  KeyFigure,
  Link,
  LoadingState,
  Note,
  PageHead,
  Sheet,
  Stack,
  StatusTag,
  Stepper,
  Timeline,
  type Trouble,
} from '../../ui/index.ts'
import { DocumentsList } from '../invoices/documents-list.tsx'
import { paths } from '../paths.ts'
import { PaymentsSheet } from '../payments/payments-sheet.tsx'
import { idleWords, processingWords, rejectWords, responsibleWords } from '../words/index.ts'
import { caseSteps } from './case-steps.ts'
import type { CaseDetail, QuestionAnswer } from './case-view.ts'
import styles from './cases.module.css'
import { LedgerTable } from './ledger-table.tsx'
import { MoneyFlow } from './money-flow.tsx'
import { QuestionCard } from './question-card.tsx'

export type CasePageProps = {
  readonly view: CaseDetail | undefined
  readonly trouble?: Trouble | undefined
  readonly onRetry: () => void
  readonly onPayment?: (() => void) | undefined
  readonly onAnswer?: ((questionId: string, answer: QuestionAnswer) => void) | undefined
  readonly answering?: string | undefined
  /** How an attempt is ended. */
  readonly ending?: ReactNode
  /** How the sum is made up. */
  readonly statement?: ReactNode
  readonly overlay?: ReactNode
}

export function CasePage(props: CasePageProps) {
  const { view, trouble, onRetry } = props
  const text = useText()
  if (trouble !== undefined)
    return (
      <>
        <PageHead title={text('case.title')} crumbs={[{ label: text('cases.title'), href: paths.cases }]} />
        <Sheet>
          <ErrorState trouble={trouble} onRetry={onRetry} />
        </Sheet>
      </>
    )
  if (view === undefined)
    return (
      <>
        <PageHead title={text('case.title')} />
        <Sheet>
          <LoadingState lines={8} />
        </Sheet>
      </>
    )
  return <Loaded {...props} view={view} />
}

type LoadedProps = CasePageProps & { readonly view: CaseDetail }

function Loaded(props: LoadedProps) {
  const { view, onPayment } = props
  const text = useText()
  const format = useFormat()
  const processing = processingWords(view.processing, text, format)
  const fileNumber = view.partner.caseNumber
  return (
    <>
      <PageHead
        crumbs={[{ label: text('cases.title'), href: paths.cases }, { label: view.number }]}
        title={view.debtorName}
        tag={
          <>
            <StatusTag tone={processing.tone}>{processing.label}</StatusTag>
            {view.attempt ? <StatusTag tone="neutral">{text('attempt.tag')}</StatusTag> : null}
          </>
        }
        lead={
          <>
            {fileNumber === undefined
              ? text('case.leadWithout', { partner: view.partner.name })
              : text('case.lead', { partner: view.partner.name, number: fileNumber })}{' '}
            <Link href={paths.invoice(view.invoiceId)}>{view.invoiceNumber}</Link>
          </>
        }
        actions={
          <>
            {view.partner.portalUrl === undefined ? null : (
              <Button
                kind="quiet"
                icon={<IconExternalLink aria-hidden />}
                onClick={() => window.open(view.partner.portalUrl, '_blank', 'noreferrer')}
              >
                {text('case.portal', { partner: view.partner.name })}
              </Button>
            )}
            {props.ending}
            {onPayment === undefined ? null : (
              <Button icon={<IconCashBanknote aria-hidden />} onClick={onPayment}>
                {text('payment.receive')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        <Head view={view} />
        <Columns>
          <Stack>
            <Attention {...props} />
            {props.statement}
            {view.payments.length === 0 ? null : <PaymentsSheet payments={view.payments} />}
            <Sheet title={text('invoice.history')}>
              <Timeline entries={view.timeline} />
            </Sheet>
          </Stack>
          <Stack>
            <Responsible view={view} />
            <Sheet title={text('flow.title')}>
              <MoneyFlow sums={view.flow} partner={view.partner.name} debtor={view.debtorName} />
            </Sheet>
            <Sheet title={text('documents.title')}>
              <DocumentsList documents={view.documents} />
              <p className={`small faint ${styles.hash}`}>
                {text('case.hash')} <code>{view.packageSha256}</code>
              </p>
            </Sheet>
          </Stack>
        </Columns>
        <Sheet title={text('case.account')} lead={text('case.accountLead')} flush>
          <LedgerTable lines={view.ledger} />
        </Sheet>
      </Stack>
      {props.overlay}
    </>
  )
}

function Head({ view }: { view: CaseDetail }) {
  const text = useText()
  const format = useFormat()
  const { sums } = view
  return (
    <Sheet flush>
      <div className={styles.sums} aria-live="polite">
        <FigureRow>
          <KeyFigure label={text('case.principal')} value={<Amount of={sums.principal} />} />
          <KeyFigure label={text('case.side')} value={<Amount of={sums.side} />} />
          <KeyFigure label={text('case.costs')} value={<Amount of={sums.costs} />} />
          <KeyFigure label={text('invoice.paid')} value={<Amount of={sums.paid} />} />
          <KeyFigure label={text('invoice.open')} value={<Amount of={sums.open} />} strong />
        </FigureRow>
      </div>
      <div className={styles.stepper}>
        <Stepper steps={caseSteps(view, text, format)} label={text('case.stages')} />
      </div>
    </Sheet>
  )
}

/** What needs a person stands on top. */
function Attention({ view, onAnswer, answering }: LoadedProps) {
  const text = useText()
  const { processing } = view
  const stuck = view.outgoing.filter((message) => message.state === 'dead')
  const again = view.outgoing.filter((message) => message.state === 'pending' && message.lastError !== undefined)
  return (
    <>
      {processing.kind === 'rejected' ? (
        <Note
          tone="stop"
          actions={
            <Button small kind="primary" href={paths.invoice(view.invoiceId)}>
              {text('case.toInvoice')}
            </Button>
          }
        >
          <b>{text('case.rejected', { partner: view.partner.name })}</b> {rejectWords(processing.reason, text)}.{' '}
          {processing.text}
        </Note>
      ) : null}
      {view.questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          partner={view.partner.name}
          busy={answering === question.id}
          onAnswer={onAnswer === undefined ? undefined : (answer) => onAnswer(question.id, answer)}
        />
      ))}
      {stuck.map((message) => (
        <Note key={message.id} tone="stop">
          <b>{text('case.stuck', { partner: view.partner.name })}</b> {message.lastError}
        </Note>
      ))}
      {again.length === 0 ? null : (
        <Note tone="warn">
          <b>{text.count('case.again', again.length)}</b> {again[0]?.lastError}
        </Note>
      )}
    </>
  )
}

function Responsible({ view }: { view: CaseDetail }) {
  const text = useText()
  const format = useFormat()
  const sent = view.processing.kind === 'sent' || view.processing.kind === 'received'
  const steps = (['sent', 'received', 'accepted'] as const).map((step, at, all) => {
    const now = all.indexOf(view.processing.kind === 'received' ? 'received' : 'sent')
    return {
      id: step,
      label: text(`processing.${step}`),
      state: at < now ? ('done' as const) : at === now ? ('now' as const) : ('ahead' as const),
    }
  })
  return (
    <Sheet title={text('case.responsible', { who: responsibleWords(view.responsible, view.partner.name, text) })}>
      <Stack>
        {sent ? <Stepper steps={steps} label={text('case.delivery')} /> : null}
        <p>
          {view.nextStepOn === undefined ? null : (
            <>{text('case.nextOn', { day: format.dayNamed(view.nextStepOn) })} </>
          )}
          <b>{text('case.ifIdle')}</b> {idleWords(view.ifIdle, view.partner.name, text, format)}
        </p>
        <p className="small muted">
          {text('case.cashBookNote', { partner: view.partner.name })}{' '}
          {view.courtOnlyByDecision ? text('case.noCourt') : ''}
        </p>
      </Stack>
    </Sheet>
  )
}
