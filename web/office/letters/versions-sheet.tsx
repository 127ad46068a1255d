import type { LetterTemplate } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { useFormat } from '../../texts/index.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { Button, Sheet, toast } from '../../ui/index.ts'
import type { Words } from './letters-view.ts'
import styles from './letters.module.css'

type Props = {
  readonly versions: LetterTemplate['versions']
  readonly standard: Words
  readonly onLoad: ((words: Words) => void) | undefined
}

/** Every version that was ever saved; any can be fetched back into the editor. */
export function VersionsSheet({ versions, standard, onLoad }: Props) {
  const text = useLettersText()
  const format = useFormat()
  const load = ({ version, words }: LetterTemplate['versions'][number]): void => {
    onLoad?.(words ?? standard)
    toast({ text: text('versions.loaded', { version }) })
  }
  return (
    <Sheet title={text('versions.title')} lead={text(versions.length === 0 ? 'versions.none' : 'versions.lead')}>
      <ol className={styles.versions}>
        {versions.map((each, at) => (
          <li key={each.id}>
            <div>
              <p>
                <b>{text('version', { version: each.version })}</b>
                {each.words === null ? ` · ${text('versions.standard')}` : ''}
                {at === 0 ? ` · ${text('versions.now')}` : ''}
              </p>
              <p className="small muted">
                {text('savedBy', { name: each.savedBy, moment: format.moment(instant(each.savedAt)) })}
              </p>
            </div>
            {onLoad === undefined || at === 0 ? null : (
              <Button small aria-label={text('versions.loadOf', { version: each.version })} onClick={() => load(each)}>
                {text('versions.load')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
