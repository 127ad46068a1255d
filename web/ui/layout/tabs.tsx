import { Link } from '../frame/navigation.tsx'
import { useFormat } from '../../texts/index.ts'
import { useCurrentInView } from './current-in-view.ts'
import styles from './tabs.module.css'

export type Tab = {
  readonly id: string
  readonly label: string
  readonly href: string
  readonly count?: number | undefined
}

/** Views of one page as links, so that each has an address; the count says what waits there. */
export function Tabs({ tabs, current, label }: { tabs: readonly Tab[]; current: string; label: string }) {
  const { number } = useFormat()
  const box = useCurrentInView(current)
  return (
    <nav ref={box} className={styles.tabs} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.id}>
            <Link href={tab.href} aria-current={tab.id === current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className={styles.count}>{number(tab.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
