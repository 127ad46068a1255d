import { type ReactNode, useEffect } from 'react'
import { Link } from '../frame/navigation.tsx'
import { useText } from '../../texts/index.ts'
import styles from './page-head.module.css'

export type Crumb = { readonly label: string; readonly href?: string }

type Props = {
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly tag?: ReactNode
}

/** Where one is, what this is, and what can be done here. Also names the browser's tab. */
export function PageHead({ title, crumbs = [], lead, actions, tag }: Props) {
  const text = useText()
  useEffect(() => {
    document.title = `${title} · Mahnwerk`
  }, [title])
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {crumbs.length === 0 ? null : (
          <nav aria-label={text('ui.crumbs')}>
            <ol className={styles.crumbs}>
              {crumbs.map((crumb) => (
                <li key={crumb.label}>
                  {crumb.href === undefined ? crumb.label : <Link href={crumb.href}>{crumb.label}</Link>}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles.title}>
          <h1 tabIndex={-1} data-page-title>
            {title}
          </h1>
          {tag}
        </div>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
