import type { ReactNode } from 'react'
import type { Money } from '@mahnwerk/core/money'
import { Amount } from './amount.tsx'
import styles from './money-table.module.css'

export type MoneyLine = {
  readonly id: string
  readonly label: ReactNode
  readonly note?: ReactNode
  /** A sum, or words such as "bis 66,19 €". */
  readonly sum: Money | ReactNode
  readonly total?: boolean
}

/** Lines of money with a remark under each and an optional total. */
export function MoneyTable({ lines, caption }: { lines: readonly MoneyLine[]; caption: string }) {
  return (
    <table className={styles.table}>
      <caption className="hidden">{caption}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className={line.total === true ? styles.total : undefined}>
            <th scope="row">
              {line.label}
              {line.note === undefined ? null : <span className={styles.note}>{line.note}</span>}
            </th>
            <td className="num strong">{isMoney(line.sum) ? <Amount of={line.sum} /> : line.sum}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isMoney(value: Money | ReactNode): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}
