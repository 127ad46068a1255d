// A menu of acts in our look. It opens inside the page's main part, so that it belongs to a landmark.

import { Menu, type MenuProps } from '@mantine/core'
import styles from './action-menu.module.css'

const LOOK = {
  dropdown: styles.sheet ?? '',
  item: styles.item ?? '',
  label: styles.label ?? '',
  itemIndicator: styles.indicator ?? '',
}

export function ActionMenu(props: MenuProps) {
  return (
    <Menu
      shadow="md"
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      portalProps={{ target: '#main' }}
      classNames={LOOK}
      {...props}
    />
  )
}

ActionMenu.Target = Menu.Target
ActionMenu.Dropdown = Menu.Dropdown
ActionMenu.Item = Menu.Item
ActionMenu.Label = Menu.Label
ActionMenu.Divider = Menu.Divider
ActionMenu.RadioGroup = Menu.RadioGroup
ActionMenu.RadioItem = Menu.RadioItem
