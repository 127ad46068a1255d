// Einstellungen > Briefe und Vorlagen: each letter with its state, in one language at a time.

import type { LetterTemplates } from '@mahnwerk/client/api'
import { instant } from '@mahnwerk/core/calendar'
import { useState } from 'react'
import { type LettersText, useLettersText } from '../../texts/letters/letters-text.ts'
import { useFormat } from '../../texts/index.ts'
import { Button, ErrorState, LoadingState, Sheet, StatusTag, type Tone, type Trouble } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { AUDIENCES, KINDS, LANGUAGES, type LetterLanguage, type TemplateRow, letterWord } from './letters-view.ts'
import styles from './letters.module.css'

export type TemplatesPageProps = {
  readonly list: LetterTemplates | undefined
  readonly trouble?: Trouble | undefined
  readonly mayWrite: boolean
  readonly onRetry: () => void
}

export function TemplatesPage({ list, trouble, mayWrite, onRetry }: TemplatesPageProps) {
  return (
    <SettingsFrame section="vorlagen">
      {list !== undefined ? (
        <List list={list} mayWrite={mayWrite} />
      ) : (
        <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
      )}
    </SettingsFrame>
  )
}

const OWN_LANGUAGE: Readonly<Record<string, LetterLanguage>> = { NL: 'nl' }

function List({ list, mayWrite }: { readonly list: LetterTemplates; readonly mayWrite: boolean }) {
  const text = useLettersText()
  const [language, setLanguage] = useState<LetterLanguage>(OWN_LANGUAGE[list.country] ?? 'de')
  const choose = (
    <div role="group" aria-label={text('list.language')} className={styles.segments}>
      {LANGUAGES.map((each) => (
        <Button
          key={each}
          small
          kind={each === language ? 'plain' : 'quiet'}
          aria-pressed={each === language}
          onClick={() => setLanguage(each)}
        >
          {text(`language.${each}`)}
        </Button>
      ))}
    </div>
  )
  const shown = list.templates.filter((row) => row.language === language)
  return (
    <Sheet
      title={text('list.title')}
      lead={text('list.lead', { country: countryName(list.country, text) })}
      actions={choose}
      flush
    >
      <ul className={styles.letters}>
        {KINDS.map((kind) => (
          <li key={kind} className={styles.letter}>
            <div className={styles.about}>
              <h3>{text(`kind.${kind}`)}</h3>
              <p className="small muted">{text(`when.${kind}`)}</p>
            </div>
            {AUDIENCES.map((audience) => {
              const row = shown.find((each) => each.kind === kind && each.audience === audience)
              return row === undefined ? null : <Version key={audience} row={row} mayWrite={mayWrite} />
            })}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const TONES: Readonly<Record<TemplateRow['state'], Tone>> = { standard: 'neutral', own: 'good', not_lawful: 'warn' }

function Version({ row, mayWrite }: { readonly row: TemplateRow; readonly mayWrite: boolean }) {
  const text = useLettersText()
  const format = useFormat()
  const { kind, audience, state, savedBy, savedAt } = row
  const names = { letter: text(`kind.${kind}`), audience: text(`audience.${audience}`) }
  return (
    <div className={styles.version}>
      <p className="small muted">{text(`column.${audience}`)}</p>
      <div className={styles.state}>
        <StatusTag tone={TONES[state]}>{text(`state.${state}`)}</StatusTag>
        <Button small href={paths.letterTemplate(letterWord(row))}>
          {text(mayWrite ? 'edit' : 'look')}
          <span className="hidden">{text('ofLetter', names)}</span>
        </Button>
      </div>
      {state === 'standard' || savedBy === null || savedAt === null ? null : (
        <p className="small muted">
          {text('version', { version: row.version })} ·{' '}
          {text('savedBy', { name: savedBy, moment: format.moment(instant(savedAt)) })}
        </p>
      )}
      {state === 'not_lawful' ? <p className="small">{text('state.not_lawful.words')}</p> : null}
    </div>
  )
}

const COUNTRIES = ['DE', 'AT', 'NL', 'CH'] as const

function countryName(code: string, text: LettersText): string {
  const known = COUNTRIES.find((each) => each === code)
  return known === undefined ? code : text(`country.${known}`)
}
