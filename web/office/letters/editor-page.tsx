// One letter's words: the five texts with placeholders to insert, the check of what the law wants said, and beside it the
// letter as it would go out, made anew whenever the words rest.

import type { LetterTemplate } from '@mahnwerk/client/api'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { useText } from '../../texts/index.ts'
import {
  ActionRow,
  Button,
  Dialog,
  ErrorState,
  PageHead,
  Sheet,
  Stack,
  type Trouble,
  announce,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { CheckList } from './check-list.tsx'
import { type Field, type Words, sameWords } from './letters-view.ts'
import styles from './letters.module.css'
import { PlaceholderChips } from './placeholder-chips.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { useTemplatePreview } from './use-template-preview.ts'
import { VersionsSheet } from './versions-sheet.tsx'
import { WordsFields } from './words-fields.tsx'

export type EditorPageProps = {
  readonly template: LetterTemplate
  readonly mayWrite: boolean
  readonly busy: boolean
  readonly resetting: boolean
  readonly trouble?: Trouble | undefined
  readonly onSave: (words: Words, both: boolean) => void
  readonly onReset: () => void
  /** Something is typed: what was told of the words before is old. */
  readonly onEdit: () => void
}

export function EditorPage(props: EditorPageProps) {
  const { template, mayWrite, trouble, onSave, onEdit } = props
  const { language, kind, audience } = template
  const text = useLettersText()
  const common = useText()
  const [words, setWords] = useState(template.words)
  const [both, setBoth] = useState(false)
  useEffect(() => setBoth(false), [template.version])
  const last = useRef<{ readonly field: Field; readonly element: HTMLInputElement | HTMLTextAreaElement }>(undefined)
  const preview = useTemplatePreview({ language, kind, audience }, words)
  const change = (more: Partial<Words>): void => {
    onEdit()
    setWords((before) => ({ ...before, ...more }))
  }
  const insert = (token: string, name: string): void => {
    const { field = 'next', element } = last.current ?? {}
    if (element === undefined) {
      change({ [field]: joined(words[field], token) })
    } else {
      element.setRangeText(token, element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end')
      element.focus()
      change({ [field]: element.value })
    }
    announce(text('chip.inserted', { name }))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!sameWords(words, template.words) || both) onSave(words, both)
  }
  const judgement = preview.judgement ?? template.judgement
  return (
    <>
      <PageHead
        crumbs={[
          { label: common('settings.title'), href: paths.settings() },
          { label: common('settings.vorlagen'), href: paths.settings('vorlagen') },
          { label: text(`kind.${kind}`) },
        ]}
        title={text(`kind.${kind}`)}
        lead={text('editor.lead', { audience: text(`audience.${audience}`), language: text(`language.${language}`) })}
        actions={
          <Button kind="quiet" href={paths.settings('vorlagen')}>
            {text('editor.back')}
          </Button>
        }
      />
      <div className={styles.editor}>
        <form onSubmit={submit} className={styles.words} aria-label={text('editor.words')}>
          <Sheet title={text('editor.words')} lead={text('editor.wordsLead')}>
            <Stack>
              {mayWrite ? <PlaceholderChips onInsert={insert} /> : null}
              <WordsFields
                words={words}
                language={language}
                faults={judgement.faults}
                mayWrite={mayWrite}
                onChange={change}
                onTouch={(field, element) => {
                  last.current = { field, element }
                }}
              />
              {mayWrite ? (
                <label className={styles.tick}>
                  <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />
                  {text(`both.${audience}`)}
                </label>
              ) : null}
            </Stack>
          </Sheet>
          {trouble === undefined ? null : (
            <Sheet>
              <ErrorState trouble={trouble} />
            </Sheet>
          )}
          {mayWrite ? <Acts {...props} unchanged={sameWords(words, template.words) && !both} /> : null}
        </form>
        <div className={styles.beside}>
          <CheckList
            judgement={judgement}
            waiting={preview.waiting}
            onInsertLegal={mayWrite ? () => change({ next: joined(words.next, '{legal}') }) : undefined}
            onReplace={mayWrite ? (from, to) => change(replaced(words, from, to)) : undefined}
          />
          <PreviewPane preview={preview} />
        </div>
        <VersionsSheet
          versions={template.versions}
          standard={template.standard}
          onLoad={mayWrite ? (loaded) => change(loaded) : undefined}
        />
      </div>
    </>
  )
}

function Acts({ template, busy, resetting, onReset, unchanged }: EditorPageProps & { readonly unchanged: boolean }) {
  const text = useLettersText()
  const common = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ActionRow>
        {template.own ? (
          <Button busy={resetting} onClick={() => setAsking(true)}>
            {text('reset')}
          </Button>
        ) : null}
        <Button kind="primary" type="submit" busy={busy} reason={unchanged ? text('unchanged') : undefined}>
          {text('save')}
        </Button>
      </ActionRow>
      <Dialog
        open={asking}
        title={text('reset.title')}
        onClose={() => setAsking(false)}
        onSubmit={() => {
          setAsking(false)
          onReset()
        }}
        actions={
          <>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {common('ui.cancel')}
            </Button>
            <Button kind="primary" type="submit">
              {text('reset.act')}
            </Button>
          </>
        }
      >
        <p>{text('reset.words')}</p>
      </Dialog>
    </>
  )
}

function joined(before: string, token: string): string {
  return before.trim() === '' ? token : `${before.trimEnd()}\n\n${token}`
}

function replaced(words: Words, from: string, to: string): Words {
  const swap = (text: string): string => text.replaceAll(`{${from}}`, `{${to}}`)
  return {
    subject: swap(words.subject),
    opening: swap(words.opening),
    next: swap(words.next),
    alreadyPaid: swap(words.alreadyPaid),
    contact: swap(words.contact),
  }
}
