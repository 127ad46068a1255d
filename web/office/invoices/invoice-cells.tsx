// The cells of the invoice list that are more than a word.

import { IconAlertTriangle, IconCashBanknote, IconChevronDown, IconFlag3 } from '@tabler/icons-react'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, IconAction, StatusTag } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { cautionWords, nextStepWords, obstacleWords, statusWords } from '../words/index.ts'
import styles from './invoices.module.css'
import type { InvoiceRow } from './invoice-row.ts'

/** What a row lets a person do; absent where the right is missing. */
export type RowActions = {
  readonly onDun?: ((row: InvoiceRow) => void) | undefined
  readonly onFlag?: ((row: InvoiceRow) => void) | undefined
  readonly onPayment?: ((row: InvoiceRow) => void) | undefined
  readonly onMark?: ((row: InvoiceRow) => void) | undefined
}

export function DaysCell({ row }: { row: InvoiceRow }) {
  const { number } = useFormat()
  if (row.daysOverdue === undefined) return <span className="faint">–</span>
  return <span className={row.daysOverdue > 60 ? styles.late : undefined}>{number(row.daysOverdue)}</span>
}

/** The status, which a click changes. */
export function StatusCell<Row extends Pick<InvoiceRow, 'status'>>({
  row,
  onMark,
}: {
  row: Row
  onMark: ((row: Row) => void) | undefined
}) {
  const text = useText()
  const { label, tone } = statusWords(row.status, text, useFormat())
  const changeable =
    onMark !== undefined && !['paid', 'cancelled', 'written_off', 'in_collection'].includes(row.status.kind)
  const tag = <StatusTag tone={tone}>{label}</StatusTag>
  if (!changeable) return tag
  return (
    <button
      type="button"
      className={styles.statusButton}
      aria-label={text('invoices.changeStatus', { status: label })}
      data-tip={text('invoices.changeStatusTip')}
      onClick={() => onMark(row)}
    >
      {tag}
      <IconChevronDown aria-hidden />
    </button>
  )
}

export function NextStepCell({ row }: { row: InvoiceRow }) {
  const { label, ours } = nextStepWords(row.nextStep, useText(), useFormat())
  return (
    <span className={ours ? 'strong' : undefined} title={label}>
      {label}
    </span>
  )
}

/**
 * The functions at the right: the claim, the yellow triangle, the red flag, a payment. Where overdue invoices are worked
 * (`roomy`) every row has all of them; elsewhere the claim stands alone once it is ready, there, or given up.
 */
export function ActionsCell({ row, actions, roomy }: { row: InvoiceRow; actions: RowActions; roomy: boolean }) {
  const text = useText()
  const done = ['paid', 'cancelled'].includes(row.status.kind)
  const claimed = row.caseId !== undefined
  const alone = claimed || row.nextStep.kind === 'ready_for_collection' || row.status.kind === 'written_off'
  if (!roomy && alone) return <ClaimButton row={row} />
  return (
    <span className={styles.actions}>
      {roomy ? <ClaimButton row={row} /> : null}
      {claimed || done || row.daysOverdue === undefined || actions.onDun === undefined ? null : (
        <IconAction
          tone="warn"
          name={text('invoices.dun')}
          icon={<IconAlertTriangle />}
          onClick={() => actions.onDun?.(row)}
        />
      )}
      <FlagAction row={row} onFlag={actions.onFlag} />
      {done || actions.onPayment === undefined ? null : (
        <IconAction
          name={text('payment.receive')}
          icon={<IconCashBanknote />}
          onClick={() => actions.onPayment?.(row)}
        />
      )}
    </span>
  )
}

function ClaimButton({ row }: { row: InvoiceRow }) {
  const text = useText()
  const obstacle = obstacleWords(row.readiness, text, useFormat())
  const lost = row.status.kind === 'written_off'
  if (row.caseId !== undefined && !lost)
    return (
      <Button small href={paths.case(row.caseId)}>
        {text('claim.show')}
      </Button>
    )
  return (
    <Button small href={paths.handover(row.id)} reason={obstacle}>
      {text(lost ? 'claim.try' : 'claim.create')}
    </Button>
  )
}

function FlagAction({ row, onFlag }: { row: InvoiceRow; onFlag: RowActions['onFlag'] }) {
  const text = useText()
  const format = useFormat()
  if (onFlag === undefined || row.caseId !== undefined || row.daysOverdue === undefined) return null
  const caution = cautionWords(row.readiness, text)
  const name = caution === undefined ? text('invoices.flag') : `${text('invoices.flag')} (${caution})`
  return (
    <IconAction
      tone="stop"
      name={name}
      icon={<IconFlag3 />}
      reason={obstacleWords(row.readiness, text, format)}
      onClick={() => onFlag(row)}
    />
  )
}
