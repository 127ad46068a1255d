import { PLACEHOLDERS } from '@mahnwerk/core/letters'
import { useId } from 'react'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import styles from './letters.module.css'

/** What differs from letter to letter, to be put in where the text was left. */
export function PlaceholderChips({ onInsert }: { readonly onInsert: (token: string, name: string) => void }) {
  const text = useLettersText()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={styles.chips}>
      <p id={id} className="small muted">
        <b>{text('chips')}.</b> {text('chips.lead')}
      </p>
      <ul>
        {PLACEHOLDERS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.chip}
              data-tip={text(`chip.help.${name}`)}
              // The text keeps its cursor while a mouse presses.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onInsert(`{${name}}`, text(`chip.${name}`))}
            >
              {text(`chip.${name}`)} <code>{`{${name}}`}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
