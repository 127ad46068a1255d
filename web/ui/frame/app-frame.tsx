// The frame of every page: navigation at the left, search and user at the top, the page below. Where it is narrow the
// navigation lies behind one button.

import { useMediaQuery } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { type ReactNode, Suspense, lazy, useEffect, useState } from 'react'
import { useText } from '../../texts/index.ts'
import { IconAction } from '../forms/icon-action.tsx'
import type { Command } from '../overlays/command-palette.tsx'
import { isTyping, useShortcutHelp } from '../overlays/shortcuts.ts'
import styles from './app-frame.module.css'
import { useNavigation } from './navigation.tsx'
import type { NavGroup } from './current-item.ts'
import { SideNav } from './side-nav.tsx'
import { Wordmark } from './wordmark.tsx'

const CommandPalette = lazy(() =>
  import('../overlays/command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
)
const KeyboardHelp = lazy(() =>
  import('../overlays/keyboard-help.tsx').then((module) => ({ default: module.KeyboardHelp })),
)
const NavDrawer = lazy(() => import('./nav-drawer.tsx'))

export type AppFrameProps = {
  readonly nav: readonly NavGroup[]
  /** Search field in words; see TopBar. */
  readonly searchPlaceholder: string
  readonly commands: readonly Command[]
  readonly search?: ((query: string, signal: AbortSignal) => Promise<readonly Command[]>) | undefined
  /** At the right of the top bar: clock, user. */
  readonly tools: ReactNode
  /** A permanent line while money or law is at stake. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

export function AppFrame({ nav, searchPlaceholder, commands, search, tools, banner, children }: AppFrameProps) {
  const text = useText()
  const narrow = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false })
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  useFrameKeys(
    () => setPalette(true),
    () => setHelp(true),
  )
  useFocusOnNewPage(() => setDrawer(false))
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        {text('ui.skip')}
      </a>
      {narrow ? null : (
        <div className={styles.side}>
          <SideNav groups={nav} />
        </div>
      )}
      <div className={styles.right}>
        <header className={styles.top}>
          {narrow ? (
            <>
              <IconAction bare name={text('ui.openNav')} icon={<IconMenu2 />} onClick={() => setDrawer(true)} />
              <span className={styles.brand}>
                <Wordmark />
              </span>
            </>
          ) : null}
          <SearchButton placeholder={searchPlaceholder} narrow={narrow} onOpen={() => setPalette(true)} />
          <div className={styles.tools}>{tools}</div>
        </header>
        {banner}
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <Suspense fallback={null}>
        {drawer ? <NavDrawer groups={nav} onClose={() => setDrawer(false)} /> : null}
        {palette ? <CommandPalette open onClose={() => setPalette(false)} commands={commands} search={search} /> : null}
        {help ? <KeyboardHelp open onClose={() => setHelp(false)} /> : null}
      </Suspense>
    </div>
  )
}

function SearchButton({ placeholder, narrow, onOpen }: { placeholder: string; narrow: boolean; onOpen: () => void }) {
  const text = useText()
  return (
    <button
      type="button"
      className={styles.search}
      onClick={onOpen}
      aria-keyshortcuts="Control+K"
      aria-label={narrow ? text('ui.search.label') : undefined}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14m11 18-6-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      {narrow ? null : <span>{placeholder}</span>}
      {narrow ? null : <kbd aria-hidden="true">{text('ui.search.keys')}</kbd>}
    </button>
  )
}

function useFrameKeys(openPalette: () => void, openHelp: () => void): void {
  const text = useText()
  useShortcutHelp('frame', text('ui.keyboard.everywhere'), [
    { keys: text('ui.search.keys'), does: text('ui.search.label') },
    { keys: '?', does: text('ui.keyboard.help') },
    { keys: 'Esc', does: text('ui.keyboard.close') },
  ])
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const help = event.key === '?' && !isTyping(event.target)
      if (!palette && !help) return
      event.preventDefault()
      if (palette) openPalette()
      else openHelp()
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  })
}

/** After a change of page the heading takes the focus, so that a screen reader says where one is. */
function useFocusOnNewPage(arrived: () => void): void {
  const { path } = useNavigation()
  const [seen, setSeen] = useState(path)
  useEffect(() => {
    if (path === seen) return
    setSeen(path)
    arrived()
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true })
  }, [path, seen, arrived])
}
