// Sums of several currencies, each on its own: they are never added up.

import type { Money } from '@mahnwerk/core/money'
import { Amount } from '../../ui/index.ts'
import styles from './dunning.module.css'

export function Sums({ of }: { of: readonly Money[] }) {
  if (of.length === 0) return '–'
  return of.map((sum) => (
    <span key={sum.currency} className={styles.line}>
      <Amount of={sum} />
    </span>
  ))
}
