import { useText } from '../../texts/index.ts'
import { Dialog } from './dialog.tsx'
import styles from './keyboard-help.module.css'
import { useListedShortcuts } from './shortcuts.ts'

/** Every key that works on this page. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText()
  const groups = useListedShortcuts()
  return (
    <Dialog open={open} onClose={onClose} title={text('ui.keyboard.title')} lead={text('ui.keyboard.lead')}>
      {groups.map((group) => (
        <section key={group.id} className={styles.group}>
          <h3>{group.title}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>{shortcut.does}</dt>
                <dd>
                  {shortcut.keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
