// Why a sum is what it is, as a tree that opens: each line with its amount, how it was worked out, and which law says so. It
// takes the trees of core and of the API alike.

import { type Currency, money } from '@mahnwerk/core/money'
import { IconChevronRight } from '@tabler/icons-react'
import { useFormat } from '../texts/index.ts'
import styles from './explanation.module.css'
import { MarkTags, type ShownMark } from './marks.tsx'
import { type ShownSource, Sources } from './sources.tsx'

export type ShownLine = {
  readonly text: string
  readonly working?: string | undefined
  /** In minor units. */
  readonly amount?: number | undefined
  readonly sources: readonly ShownSource[]
  readonly marks: readonly ShownMark[]
  readonly lines: readonly ShownLine[]
}

type Props = {
  readonly lines: readonly ShownLine[]
  readonly currency: Currency
  /** How many levels stand open at first. */
  readonly open?: number
}

export function Explanation({ lines, currency, open = 0 }: Props) {
  return (
    <ul className={styles.tree}>
      {lines.map((line, at) => (
        // Lines have no name of their own; they keep their order while a figure changes.
        <li key={at}>
          <Branch line={line} currency={currency} open={open} />
        </li>
      ))}
    </ul>
  )
}

function Branch({ line, currency, open }: { line: ShownLine; currency: Currency; open: number }) {
  const head = <Head line={line} currency={currency} />
  if (line.lines.length === 0 && line.working === undefined && line.sources.length === 0)
    return <div className={styles.leaf}>{head}</div>
  return (
    <details className={styles.branch} open={open > 0}>
      <summary>
        <IconChevronRight className={styles.turn} aria-hidden />
        {head}
      </summary>
      <div className={styles.inside}>
        {line.working === undefined ? null : <p className={styles.working}>{line.working}</p>}
        {line.lines.length === 0 ? null : <Explanation lines={line.lines} currency={currency} open={open - 1} />}
        <Sources sources={line.sources} />
      </div>
    </details>
  )
}

function Head({ line, currency }: { line: ShownLine; currency: Currency }) {
  const format = useFormat()
  const { amount } = line
  return (
    <span className={styles.head}>
      <span>
        {line.text} <MarkTags marks={line.marks} />
      </span>
      {amount === undefined ? null : (
        <span className={amount < 0 ? `${styles.amount} ${styles.less}` : styles.amount}>
          {format.money(money(amount, currency))}
        </span>
      )}
    </span>
  )
}
