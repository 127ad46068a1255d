import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconChevronDown,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconSunMoon,
  IconUser,
} from '@tabler/icons-react'
import { type Language, useTexts } from '../../texts/index.ts'
import { ActionMenu } from '../overlays/action-menu.tsx'
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
  // Both groups hold exactly the values of their type.
  const look = (value: string): void => setColorScheme(value as MantineColorScheme)
  const speak = (value: string): void => setLanguage(value as Language)
  return (
    <ActionMenu position="bottom-end" width={250} withinPortal={false}>
      <ActionMenu.Target>
        <button type="button" className={styles.button}>
          <IconUser aria-hidden />
          <span className={styles.name}>{name}</span>
          <IconChevronDown aria-hidden className={styles.chevron} />
        </button>
      </ActionMenu.Target>
      <ActionMenu.Dropdown>
        <ActionMenu.Label>
          {role} · {organisation}
        </ActionMenu.Label>
        <ActionMenu.Divider />
        <ActionMenu.Label>{text('ui.user.look')}</ActionMenu.Label>
        <ActionMenu.RadioGroup value={colorScheme} onChange={look}>
          <ActionMenu.RadioItem value="light" rightSection={<IconSun aria-hidden />}>
            {text('ui.user.light')}
          </ActionMenu.RadioItem>
          <ActionMenu.RadioItem value="dark" rightSection={<IconMoon aria-hidden />}>
            {text('ui.user.dark')}
          </ActionMenu.RadioItem>
          <ActionMenu.RadioItem value="auto" rightSection={<IconSunMoon aria-hidden />}>
            {text('ui.user.auto')}
          </ActionMenu.RadioItem>
        </ActionMenu.RadioGroup>
        <ActionMenu.Divider />
        <ActionMenu.Label>{text('ui.user.language')}</ActionMenu.Label>
        <ActionMenu.RadioGroup value={language} onChange={speak}>
          <ActionMenu.RadioItem value="de" lang="de">
            Deutsch
          </ActionMenu.RadioItem>
          <ActionMenu.RadioItem value="en" lang="en">
            English
          </ActionMenu.RadioItem>
        </ActionMenu.RadioGroup>
        <ActionMenu.Divider />
        <ActionMenu.Item leftSection={<IconSettings aria-hidden />} onClick={() => go(settingsHref)}>
          {text('ui.user.settings')}
        </ActionMenu.Item>
        <ActionMenu.Item leftSection={<IconKeyboard aria-hidden />} onClick={openHelp}>
          {text('ui.keyboard.title')}
        </ActionMenu.Item>
        <ActionMenu.Item leftSection={<IconLogout aria-hidden />} onClick={onSignOut}>
          {text('ui.user.signOut')}
        </ActionMenu.Item>
      </ActionMenu.Dropdown>
    </ActionMenu>
  )
}

function openHelp(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
}
