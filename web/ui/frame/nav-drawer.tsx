import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '../../texts/index.ts'
import { IconAction } from '../forms/icon-action.tsx'
import styles from './nav-drawer.module.css'
import type { NavGroup } from './current-item.ts'
import { SideNav } from './side-nav.tsx'

const LOOK = { overlay: styles.veil ?? '', content: styles.content ?? '', inner: styles.inner ?? '' }

/** The navigation from the left edge, above the page. Loaded when the menu button is pressed. */
export default function NavDrawer({ groups, onClose }: { groups: readonly NavGroup[]; onClose: () => void }) {
  const text = useText()
  return (
    <Modal.Root
      opened
      onClose={onClose}
      transitionProps={{ transition: 'slide-right', duration: 150 }}
      classNames={LOOK}
    >
      <Modal.Overlay backgroundOpacity={1} />
      <Modal.Content radius={0} aria-label={text('ui.mainNav')}>
        <span className={styles.close}>
          <IconAction bare name={text('ui.close')} icon={<IconX />} onClick={onClose} />
        </span>
        <SideNav groups={groups} />
      </Modal.Content>
    </Modal.Root>
  )
}
