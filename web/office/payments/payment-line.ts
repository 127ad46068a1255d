import type { LocalDate } from '@mahnwerk/core/calendar'
import type { PaymentMethod } from '@mahnwerk/core/cases'
import type { Instant } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import type { Format, Text } from '../../texts/index.ts'
import type { Tone } from '../../ui/index.ts'

/** A payment that came, wherever it came in. */
export type PaymentLine = {
  readonly id: string
  readonly on: LocalDate
  readonly amount: Money
  readonly method: PaymentMethod
  /** Absent: straight to the creditor. */
  readonly partner?: string | undefined
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly debtorName: string
  readonly caseId?: string | undefined
  readonly report: 'not_needed' | 'pending' | 'reported' | 'rejected'
  readonly reportedAt?: Instant | undefined
  /** Why the report has not gone through yet. */
  readonly lastError?: string | undefined
  readonly reversed: boolean
  readonly note?: string | undefined
}

/** What the partner knows of it. */
export function reportWords(line: PaymentLine, text: Text, format: Format): { label: string; tone: Tone } {
  if (line.reversed) return { label: text('report.reversed'), tone: 'neutral' }
  if (line.partner !== undefined) return { label: text('report.fromPartner', { partner: line.partner }), tone: 'good' }
  switch (line.report) {
    case 'not_needed':
      return { label: text('report.notNeeded'), tone: 'good' }
    case 'pending':
      return { label: line.lastError === undefined ? text('report.pending') : text('report.again'), tone: 'warn' }
    case 'reported':
      return {
        label:
          line.reportedAt === undefined
            ? text('report.reported')
            : text('report.reportedAt', { moment: format.moment(line.reportedAt) }),
        tone: 'good',
      }
    case 'rejected':
      return { label: text('report.rejected'), tone: 'stop' }
  }
}
