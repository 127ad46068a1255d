import { useFormat, useText } from '../../texts/index.ts'
import { Amount, Day, Sheet, StatusTag } from '../../ui/index.ts'
import { type PaymentLine, reportWords } from './payment-line.ts'
import styles from './payments-sheet.module.css'

/** What came in on one claim, wherever it was received, and what the partner knows of it. */
export function PaymentsSheet({ payments }: { payments: readonly PaymentLine[] }) {
  const text = useText()
  const format = useFormat()
  return (
    <Sheet title={text('invoice.payments')}>
      {payments.length === 0 ? (
        <p className="muted">{text('invoice.noPayments')}</p>
      ) : (
        <table className={styles.payments}>
          <caption className="hidden">{text('invoice.payments')}</caption>
          <tbody>
            {payments.map((line) => {
              const report = reportWords(line, text, format)
              return (
                <tr key={line.id}>
                  <td>
                    <Day of={line.on} />
                  </td>
                  <td>
                    {line.partner === undefined
                      ? text(`method.${line.method}`)
                      : text('payment.atPartner', { partner: line.partner })}
                  </td>
                  <td>
                    <StatusTag tone={report.tone}>{report.label}</StatusTag>
                  </td>
                  <td className="num strong">
                    {line.reversed ? <s>{format.money(line.amount)}</s> : <Amount of={line.amount} />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
