import type { ReactNode } from 'react'
import { useText } from '../../texts/index.ts'
import { type Crumb, Link, PageHead, useCurrentInView } from '../../ui/index.ts'
import { SETTINGS, type SettingsSection, paths } from '../paths.ts'
import styles from './settings.module.css'

type Props = {
  readonly section: SettingsSection
  /** The sections that this person may see. */
  readonly sections?: readonly SettingsSection[] | undefined
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The settings with their sections at the left; the crumb says the words that people know them by. */
export function SettingsFrame({ section, sections = SETTINGS, actions, children }: Props) {
  const text = useText()
  const box = useCurrentInView(section)
  const crumbs: readonly Crumb[] = [
    { label: text(section === 'inkasso' ? 'settings.account' : 'settings.title'), href: paths.settings() },
    ...(section === 'inkasso' ? [{ label: text('settings.connections') }] : []),
    { label: text(`settings.${section}`) },
  ]
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={text(`settings.${section}`)}
        lead={text(`settings.lead.${section}`)}
        actions={actions}
      />
      <div className={styles.split}>
        <nav ref={box} className={styles.sections} aria-label={text('settings.sections')}>
          <ul>
            {sections.map((id) => (
              <li key={id}>
                <Link href={paths.settings(id)} aria-current={id === section ? 'page' : undefined}>
                  {id === 'inkasso' ? <small>{text('settings.connections')}</small> : null}
                  {text(`settings.${id}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </>
  )
}
