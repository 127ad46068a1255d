import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconChevronDown, IconKeyboard, IconLogout, IconSettings, IconUser } from '@tabler/icons-react'
import { type Language, useText, useTexts } from '../../texts/index.ts'
import { ActList } from '../overlays/act-list.tsx'
import { Flyout } from '../overlays/flyout.tsx'
import { useNavigation } from './navigation.tsx'
import styles from './user-menu.module.css'

type Props = {
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly settingsHref: string
  readonly onSignOut: () => void
}

/** Who is signed in, how the page looks and speaks, and the way out. */
export function UserMenu({ name, role, organisation, settingsHref, onSignOut }: Props) {
  const text = useText()
  const { go } = useNavigation()
  const acts = [
    {
      id: 'settings',
      label: text('ui.user.settings'),
      icon: <IconSettings aria-hidden />,
      run: () => go(settingsHref),
    },
    { id: 'keyboard', label: text('ui.keyboard.title'), icon: <IconKeyboard aria-hidden />, run: openHelp },
    { id: 'out', label: text('ui.user.signOut'), icon: <IconLogout aria-hidden />, run: onSignOut },
  ]
  return (
    <Flyout
      label={name}
      align="end"
      renderOpener={(opener) => (
        <button type="button" className={styles.button} {...opener}>
          <IconUser aria-hidden />
          <span className={styles.name}>{name}</span>
          <IconChevronDown aria-hidden className={styles.chevron} />
        </button>
      )}
    >
      {(close) => (
        <div className={styles.sheet}>
          <p className={styles.who}>
            {role} · {organisation}
          </p>
          <Choices />
          <ActList acts={acts} done={close} />
        </div>
      )}
    </Flyout>
  )
}

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto']
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['de', 'Deutsch'],
  ['en', 'English'],
]

function Choices() {
  const { text, language, setLanguage } = useTexts()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{text('ui.user.look')}</legend>
        {SCHEMES.map((scheme) => (
          <label key={scheme}>
            <input
              type="radio"
              name="scheme"
              checked={colorScheme === scheme}
              onChange={() => setColorScheme(scheme)}
            />
            {text(`ui.user.${scheme}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{text('ui.user.language')}</legend>
        {LANGUAGES.map(([code, own]) => (
          <label key={code} lang={code}>
            <input type="radio" name="language" checked={language === code} onChange={() => setLanguage(code)} />
            {own}
          </label>
        ))}
      </fieldset>
    </>
  )
}

function openHelp(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
}
