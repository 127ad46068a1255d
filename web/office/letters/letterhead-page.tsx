// Einstellungen > Briefkopf: logo, colour and imprint, with head and foot of a letter beside what is typed.

import type { Letterhead } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { IMPRINT_ROWS_MAX, contrastWithWhite } from '@mahnwerk/core/letters'
import { type FormEvent, useState } from 'react'
import { useFormat } from '../../texts/index.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import {
  Button,
  ErrorState,
  FileDrop,
  LoadingState,
  LongTextField,
  Row,
  Sheet,
  Stack,
  TextField,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import settings from '../settings/settings.module.css'
import { type HeadFields, OUR_ACCENT, fieldsOf, isSeen, linesOf, logoHref, rowsOf } from './head-fields.ts'
import { LetterheadPaper } from './letterhead-paper.tsx'
import styles from './letters.module.css'

export type LetterheadPageProps = {
  readonly head: Letterhead | undefined
  readonly mayWrite: boolean
  readonly busy: boolean
  readonly uploading: boolean
  readonly removing: boolean
  readonly looking: boolean
  readonly trouble?: Trouble | undefined
  readonly logoTrouble?: Trouble | undefined
  readonly onSave: (fields: HeadFields) => void
  readonly onLogo: (file: File) => void
  readonly onRemoveLogo: () => void
  /** Absent where there is no invoice to show it on. */
  readonly onLook: ((fields: HeadFields) => void) | undefined
  readonly onRetry: () => void
}

export function LetterheadPage(props: LetterheadPageProps) {
  const { head, trouble, onRetry } = props
  return (
    <SettingsFrame section="briefkopf">
      {head !== undefined ? (
        <>
          <LogoSheet {...props} head={head} />
          <Form key={JSON.stringify(fieldsOf(head))} {...props} head={head} />
        </>
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
    </SettingsFrame>
  )
}

type WithHead = LetterheadPageProps & { readonly head: Letterhead }

function LogoSheet({ head, mayWrite, uploading, removing, logoTrouble, onLogo, onRemoveLogo }: WithHead) {
  const text = useLettersText()
  const href = logoHref(head)
  return (
    <Sheet title={text('head.logo')} lead={text('head.logoLead')}>
      <Stack>
        {logoTrouble === undefined ? null : <ErrorState trouble={logoTrouble} />}
        {href === undefined ? (
          <p className="muted">{text('head.logoNone')}</p>
        ) : (
          <div className={styles.logo}>
            <img src={href} alt={text('head.logoAlt')} />
          </div>
        )}
        {mayWrite ? (
          <FileDrop
            label={text('head.logoDrop')}
            hint={text('head.logoHint')}
            accept={['.svg', '.png', '.jpg', '.jpeg']}
            busy={uploading}
            onFiles={([file]) => file !== undefined && onLogo(file)}
          />
        ) : null}
        {href === undefined || !mayWrite ? null : (
          <Row>
            <Button small busy={removing} onClick={onRemoveLogo}>
              {text('head.logoRemove')}
            </Button>
          </Row>
        )}
        <p className="small muted">{text('head.logoMail')}</p>
      </Stack>
    </Sheet>
  )
}

function Form(props: WithHead) {
  const { head, mayWrite, busy, looking, trouble, onSave, onLook } = props
  const text = useLettersText()
  const format = useFormat()
  const before = fieldsOf(head)
  const [now, setNow] = useState(before)
  const set = (more: Partial<HeadFields>): void => setNow({ ...now, ...more })
  const unchanged = JSON.stringify(now) === JSON.stringify(before)
  const faulty = !isSeen(now.accent) || rowsOf(now) > IMPRINT_ROWS_MAX || linesOf(now.more).length > 3
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!unchanged && !faulty) onSave(now)
  }
  return (
    <form onSubmit={submit} className={settings.content}>
      <ColourSheet now={now} mayWrite={mayWrite} onChange={set} />
      <ImprintSheet now={now} mayWrite={mayWrite} onChange={set} />
      <Sheet
        title={text('head.preview')}
        lead={text('head.previewLead')}
        actions={
          onLook === undefined ? undefined : (
            <Button small busy={looking} reason={faulty ? text('head.faulty') : undefined} onClick={() => onLook(now)}>
              {text('head.pdf')}
            </Button>
          )
        }
      >
        <LetterheadPaper head={head} fields={now} />
      </Sheet>
      {trouble === undefined ? null : (
        <Sheet>
          <ErrorState trouble={trouble} />
        </Sheet>
      )}
      <Row end>
        {head.savedBy === null || head.savedAt === null ? null : (
          <span className="small muted">
            {text('head.version', {
              version: head.version,
              name: head.savedBy,
              moment: format.moment(instant(head.savedAt)),
            })}
          </span>
        )}
        {mayWrite ? (
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            reason={unchanged ? text('unchanged') : faulty ? text('head.faulty') : undefined}
          >
            {text('head.save')}
          </Button>
        ) : null}
      </Row>
    </form>
  )
}

type FieldsProps = {
  readonly now: HeadFields
  readonly mayWrite: boolean
  readonly onChange: (more: Partial<HeadFields>) => void
}

function ColourSheet({ now, mayWrite, onChange }: FieldsProps) {
  const text = useLettersText()
  const format = useFormat()
  const accent = now.accent === '' ? OUR_ACCENT : now.accent
  const contrast = contrastWithWhite(accent)
  // Cut, not rounded: 2.96 is not yet 3.
  const written = contrast === undefined ? '' : format.number(Math.floor(contrast * 10) / 10)
  const says =
    contrast === undefined
      ? text('head.colourWrong')
      : isSeen(accent)
        ? undefined
        : text('head.colourLight', { contrast: written })
  return (
    <Sheet title={text('head.colour')} lead={text('head.colourLead')}>
      <Stack>
        <div className={styles.colour}>
          <label>
            {text('head.colourPick')}
            <input
              type="color"
              value={contrast === undefined ? OUR_ACCENT : accent.toLowerCase()}
              disabled={!mayWrite}
              onChange={(event) => onChange({ accent: event.target.value })}
            />
          </label>
          <TextField
            label={text('head.colourCode')}
            description={text('head.colourCodeHelp')}
            value={accent}
            maxLength={7}
            spellCheck={false}
            readOnly={!mayWrite}
            error={says}
            onChange={(event) => onChange({ accent: event.target.value.trim() })}
          />
        </div>
        {says === undefined ? (
          <p className={`small ${styles.good}`}>{text('head.colourGood', { contrast: written })}</p>
        ) : null}
        {now.accent === '' || !mayWrite ? null : (
          <Row>
            <Button small kind="quiet" onClick={() => onChange({ accent: '' })}>
              {text('head.colourStandard')}
            </Button>
          </Row>
        )}
      </Stack>
    </Sheet>
  )
}

function ImprintSheet({ now, mayWrite, onChange }: FieldsProps) {
  const text = useLettersText()
  const rows = rowsOf(now)
  const tooMany = rows > IMPRINT_ROWS_MAX
  const counts = { rows, most: IMPRINT_ROWS_MAX }
  const set = (name: 'bank' | 'register' | 'directors' | 'more') => ({
    value: now[name],
    readOnly: !mayWrite,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  return (
    <Sheet
      title={text('head.imprint')}
      lead={text('head.imprintLead')}
      actions={
        <Button small kind="quiet" href={paths.settings('praxisdaten')}>
          {text('head.toOwn')}
        </Button>
      }
    >
      <div className={settings.form}>
        <div className={settings.two}>
          <TextField
            label={text('head.register')}
            description={text('head.registerHelp')}
            maxLength={120}
            {...set('register')}
          />
          <TextField
            label={text('head.directors')}
            description={text('head.directorsHelp')}
            maxLength={120}
            {...set('directors')}
          />
        </div>
        <TextField label={text('head.bank')} maxLength={54} {...set('bank')} />
        <LongTextField
          label={text('head.more')}
          description={text('head.moreHelp')}
          minRows={2}
          autosize
          error={linesOf(now.more).length > 3 ? text('head.moreTooMany') : undefined}
          {...set('more')}
        />
        <p className={`small ${tooMany ? styles.bad : 'muted'}`} role="status">
          {text(tooMany ? 'head.rowsTooMany' : 'head.rows', counts)}
        </p>
        <p className="small muted">{text('head.own')}</p>
      </div>
    </Sheet>
  )
}
