import type { Money } from '@mahnwerk/core/money'
import { useFormat, useText } from '../../texts/index.ts'
import { Day, ScrollBox } from '../../ui/index.ts'
import styles from './cases.module.css'
import type { LedgerLine } from './case-view.ts'

const PARTS = ['principal', 'charges', 'interest', 'costs'] as const

/** Every movement of what is owed, split into its parts, with what remained. Empty parts take no column. */
export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  const text = useText()
  const { money } = useFormat()
  const parts = PARTS.filter((part) => lines.some((line) => line.change[part].amount !== 0))
  return (
    <ScrollBox className={styles.ledger} label={text('case.account')}>
      <table>
        <caption className="hidden">{text('case.account')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('ledger.on')}</th>
            <th scope="col">{text('ledger.what')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" className="num">
                {text(`ledger.${part}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {text('ledger.openAfter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="muted">
                <Day of={line.on} />
              </td>
              <td>{line.text}</td>
              {parts.map((part) => (
                <Change key={part} of={line.change[part]} part={text(`ledger.${part}`)} />
              ))}
              <td className="num" data-part={text('ledger.openAfter')}>
                <span>{money(line.openAfter)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

// The name of the part stands in the cell for narrow screens, where the head is gone.
function Change({ of, part }: { of: Money; part: string }) {
  const { money } = useFormat()
  if (of.amount === 0) {
    return (
      <td className="num faint" data-part={part} data-none>
        –
      </td>
    )
  }
  return (
    <td className={of.amount < 0 ? `num ${styles.less}` : 'num'} data-part={part}>
      <span>{of.amount > 0 ? `+${money(of)}` : money(of)}</span>
    </td>
  )
}
