import { useFormat, useText } from '../../texts/index.ts'
import { type NavGroup, type NavItem, currentItem } from './current-item.ts'
import { Link, useNavigation } from './navigation.tsx'
import styles from './side-nav.module.css'
import { Wordmark } from './wordmark.tsx'

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
