import type { ReactNode } from 'react'
import { useFormat, useText } from '../../texts/index.ts'
import { Link, useNavigation } from './navigation.tsx'
import styles from './side-nav.module.css'
import { Wordmark } from './wordmark.tsx'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly count?: number | undefined
  /** What the count counts, for screen readers: "23 offene Fälle". */
  readonly countLabel?: string | undefined
}

export type NavGroup = { readonly id: string; readonly title?: string; readonly items: readonly NavItem[] }

export function SideNav({ groups }: { groups: readonly NavGroup[] }) {
  const text = useText()
  const { path } = useNavigation()
  const current = currentItem(groups, path)
  return (
    <nav className={styles.nav} aria-label={text('ui.mainNav')}>
      <Link className={styles.home} href="/" aria-label={text('ui.home')}>
        <Wordmark />
      </Link>
      {groups.map((group) => (
        <div key={group.id} className={styles.group}>
          {group.title === undefined ? null : <p className={styles.title}>{group.title}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} current={item === current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  const { number } = useFormat()
  return (
    <Link href={item.href} aria-current={current ? 'page' : undefined}>
      {item.icon}
      <span>{item.label}</span>
      {item.count === undefined || item.count === 0 ? null : (
        <>
          <b aria-hidden="true">{number(item.count)}</b>
          <span className="hidden">{item.countLabel ?? number(item.count)}</span>
        </>
      )}
    </Link>
  )
}

/** The item whose address is the longest beginning of the path; the start page only for itself. */
export function currentItem(groups: readonly NavGroup[], path: string): NavItem | undefined {
  const items = groups.flatMap((group) => group.items)
  const fits = items.filter(({ href }) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)))
  return fits.toSorted((a, b) => b.href.length - a.href.length)[0]
}
