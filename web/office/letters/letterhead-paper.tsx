// Head and foot of a letter as they are typed, laid out by the same function that letters are.

import type { Letterhead } from '@mahnwerk/client/api'
import { type Sender, contrastWithWhite, letterheadOf } from '@mahnwerk/core/letters'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { type HeadFields, OUR_ACCENT, linesOf, logoHref } from './head-fields.ts'
import styles from './letters.module.css'

export function LetterheadPaper({ head, fields }: { readonly head: Letterhead; readonly fields: HeadFields }) {
  const text = useLettersText()
  const { name, returnAddress, foot } = letterheadOf(senderOf(head, fields), 'de')
  const logo = logoHref(head)
  const accent = contrastWithWhite(fields.accent) === undefined ? OUR_ACCENT : fields.accent
  return (
    <div className={styles.paper}>
      <section aria-label={text('head.pageTop')}>
        {logo === undefined ? <p className={styles.paperName}>{name}</p> : <img src={logo} alt={name} />}
        <p className={styles.paperReturn}>{returnAddress}</p>
      </section>
      <div className={styles.paperGap} aria-hidden="true" />
      <section aria-label={text('head.pageFoot')} className={styles.paperFoot} style={{ borderColor: accent }}>
        {foot.map((column) => (
          <p key={column.join()}>
            {column.map((line, at) => (
              <span key={line}>
                {at === 0 ? null : <br />}
                {line}
              </span>
            ))}
          </p>
        ))}
      </section>
    </div>
  )
}

function senderOf({ sender }: Letterhead, { bank, register, directors, more }: HeadFields): Sender {
  const { account, ...own } = sender
  const imprint = [register, directors, ...linesOf(more)].filter((line) => line.trim() !== '')
  const named = bank.trim() === '' ? {} : { bank }
  return { ...own, ...(account === undefined ? {} : { account: { ...account, ...named } }), imprint }
}
