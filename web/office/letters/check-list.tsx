// What the law wants said and whether it still is, and everything else that stands in the way: red as soon as it is lost, with
// the sentence that mends it.

import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { Button, Sheet, announce } from '../../ui/index.ts'
import type { Fault, Judgement } from './letters-view.ts'
import styles from './letters.module.css'

type Props = {
  readonly judgement: Judgement
  readonly waiting: boolean
  readonly onInsertLegal?: (() => void) | undefined
  readonly onReplace?: ((from: string, to: string) => void) | undefined
}

export function CheckList({ judgement, waiting, onInsertLegal, onReplace }: Props) {
  const text = useLettersText()
  const { statements, legal, faults } = judgement
  useSpoken(faults)
  const lost = statements.filter(({ made }) => made === 'lost')
  const kept = statements.filter(({ made }) => made !== 'lost')
  const others = faults.filter(({ code }) => code !== 'template_statement_missing')
  // Where statements hang on {legal}, its own line would say the same again.
  const advises = legal.sentences.length > 0 && !statements.some(({ made }) => made !== 'by_form')
  return (
    <Sheet
      title={text('check.title')}
      lead={
        waiting
          ? text('check.waiting')
          : faults.length === 0
            ? text('check.fine')
            : text.count('check.faults', faults.length)
      }
    >
      <ul className={styles.checks}>
        {lost.map((each) => (
          <Check key={each.statement} state="lost" name={each.text} rule={each.rule}>
            {each === lost.at(-1) ? <Lost lost={lost} onInsert={onInsertLegal} /> : text('check.lost')}
          </Check>
        ))}
        {kept.map(({ statement, text: name, rule, made }) => (
          <Check key={statement} state="ok" name={name} rule={rule}>
            {text(made === 'by_form' ? 'check.byForm' : 'check.byLegal')}
          </Check>
        ))}
        {advises ? (
          <Check state={legal.said ? 'ok' : 'advice'} name={text('check.legal')}>
            {legal.said ? (
              text('check.legalSaid')
            ) : (
              <Mend
                words={text('check.legalLost')}
                sentence={legal.sentences.join(' ')}
                label={text('check.insert')}
                onMend={onInsertLegal}
              />
            )}
          </Check>
        ) : null}
        {others.map((fault) => (
          <Check key={JSON.stringify(fault)} state="lost" name={fault.title}>
            <Mend
              words={fault.detail}
              label={text('check.replace', { name: `{${fault.suggestion ?? ''}}` })}
              onMend={replacing(fault, onReplace)}
            />
          </Check>
        ))}
        <Check state="ok" name={text('check.form')}>
          {text('check.formWords')}
        </Check>
      </ul>
    </Sheet>
  )
}

function replacing({ name, suggestion }: Fault, onReplace: Props['onReplace']): (() => void) | undefined {
  if (name === null || suggestion === null || onReplace === undefined) return undefined
  return () => onReplace(name, suggestion)
}

type State = 'ok' | 'lost' | 'advice'

const ICONS: Readonly<Record<State, ReactNode>> = {
  ok: <IconCircleCheck aria-hidden />,
  lost: <IconCircleX aria-hidden />,
  advice: <IconAlertTriangle aria-hidden />,
}

type CheckProps = {
  readonly state: State
  readonly name: string
  readonly rule?: string
  readonly children: ReactNode
}

function Check({ state, name, rule, children }: CheckProps) {
  const text = useLettersText()
  return (
    <li className={`${styles.check} ${styles[state]}`} data-state={state}>
      {ICONS[state]}
      <div>
        <p>
          <b>{name}</b> <span className="hidden">({text(`check.state.${state}`)})</span>
          {rule === undefined ? null : <span className="small muted"> {rule}</span>}
        </p>
        <div className="small muted">{children}</div>
      </div>
    </li>
  )
}

type Statements = Judgement['statements']

/** Below the last of them, once for all: mostly one sentence makes several. */
function Lost({ lost, onInsert }: { readonly lost: Statements; readonly onInsert?: (() => void) | undefined }) {
  const text = useLettersText()
  const sentences = [...new Set(lost.flatMap(({ sentence }) => sentence ?? []))]
  const words = `${text('check.lost')} ${sentences.length === 0 ? '' : text.count('check.example', lost.length)}`
  return (
    <Mend
      words={words}
      sentence={sentences.length === 0 ? undefined : sentences.join(' ')}
      label={text('check.insert')}
      onMend={onInsert}
    />
  )
}

type MendProps = {
  readonly words: string
  readonly sentence?: string | undefined
  readonly label: string
  readonly onMend: (() => void) | undefined
}

function Mend({ words, sentence, label, onMend }: MendProps) {
  return (
    <div className={styles.mend}>
      <p>{words}</p>
      {sentence === undefined ? null : <blockquote>{sentence}</blockquote>}
      {onMend === undefined ? null : (
        <Button small onClick={onMend}>
          {label}
        </Button>
      )}
    </div>
  )
}

/** A fault that comes while somebody types is said, because their eyes are elsewhere. */
function useSpoken(faults: readonly Fault[]): void {
  const known = useRef(new Set(faults.map(({ detail }) => detail)))
  useEffect(() => {
    const fresh = faults.filter(({ detail }) => !known.current.has(detail))
    known.current = new Set(faults.map(({ detail }) => detail))
    const [first] = fresh
    if (first !== undefined) announce(`${first.title}. ${first.detail}`)
  }, [faults])
}
