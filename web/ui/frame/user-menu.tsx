import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconSunMoon,
  IconUser,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/index.ts'
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
  const { text, language, setLanguage } = useTexts()
  const { go } = useNavigation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choice = (active: boolean, label: string, icon: ReactNode, set: () => void) => (
    <Menu.Item
      role="menuitemradio"
      aria-checked={active}
      leftSection={icon}
      rightSection={active ? <IconCheck aria-hidden /> : null}
      onClick={set}
      closeMenuOnClick={false}
    >
      {label}
    </Menu.Item>
  )
  return (
    <Menu
      position="bottom-end"
      width={250}
      shadow="md"
      classNames={{ dropdown: styles.sheet ?? '', item: styles.item ?? '', label: styles.label ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.button}>
          <IconUser aria-hidden />
          <span className={styles.name}>{name}</span>
          <IconChevronDown aria-hidden className={styles.chevron} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <b>{name}</b>
          <span>
            {role} · {organisation}
          </span>
        </div>
        <Menu.Divider />
        <Menu.Label>{text('ui.user.look')}</Menu.Label>
        {choice(colorScheme === 'light', text('ui.user.light'), <IconSun aria-hidden />, () => setColorScheme('light'))}
        {choice(colorScheme === 'dark', text('ui.user.dark'), <IconMoon aria-hidden />, () => setColorScheme('dark'))}
        {choice(colorScheme === 'auto', text('ui.user.auto'), <IconSunMoon aria-hidden />, () =>
          setColorScheme('auto'),
        )}
        <Menu.Divider />
        <Menu.Label>{text('ui.user.language')}</Menu.Label>
        {choice(
          language === 'de',
          'Deutsch',
          <span lang="de" className={styles.code}>
            DE
          </span>,
          () => setLanguage('de'),
        )}
        {choice(
          language === 'en',
          'English',
          <span lang="en" className={styles.code}>
            EN
          </span>,
          () => setLanguage('en'),
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings aria-hidden />} onClick={() => go(settingsHref)}>
          {text('ui.user.settings')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard aria-hidden />}
          onClick={() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))}
        >
          {text('ui.keyboard.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout aria-hidden />} onClick={onSignOut}>
          {text('ui.user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
