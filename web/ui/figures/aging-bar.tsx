// How old the open money is: one stacked bar, the same as a table, and a sentence that says it. Drawn with plain
// boxes; the table is what counts, so the bar itself is hidden from screen readers.

import type { Money } from '@mahnwerk/core/money'
import { useFormat } from '../../texts/index.ts'
import { Link } from '../frame/navigation.tsx'
import styles from './aging-bar.module.css'

export type AgeBucket = {
  readonly id: string
  readonly label: string
  readonly sum: Money
  readonly share: number
  readonly href?: string
}

type Props = { readonly buckets: readonly AgeBucket[]; readonly caption: string }

export function AgingBar({ buckets, caption }: Props) {
  const { money, percent } = useFormat()
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {buckets.map((bucket, at) =>
          bucket.share > 0 ? (
            <i key={bucket.id} className={styles[`age${at}`]} style={{ flexGrow: bucket.share }} />
          ) : null,
        )}
      </div>
      <table className={styles.table}>
        <caption className="hidden">{caption}</caption>
        <tbody>
          {buckets.map((bucket, at) => (
            <tr key={bucket.id}>
              <th scope="row">
                <i className={styles[`age${at}`]} aria-hidden="true" />
                {bucket.href === undefined ? bucket.label : <Link href={bucket.href}>{bucket.label}</Link>}
              </th>
              <td className="num">{money(bucket.sum)}</td>
              <td className="num muted">{percent(bucket.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
