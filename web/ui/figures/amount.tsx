import type { Money } from '@mahnwerk/core/money'
import { useFormat } from '../../texts/index.ts'

/** A sum as people write it; it never wraps and its digits stand under each other. */
export function Amount({ of, strong = false, signed = false }: { of: Money; strong?: boolean; signed?: boolean }) {
  const { money } = useFormat()
  const className = strong ? 'fixed strong' : 'fixed'
  return <span className={className}>{signed && of.amount > 0 ? `+${money(of)}` : money(of)}</span>
}
