// The right side of a calculator: what is still missing, why there is no answer, or the answer with its reasons.

import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { explained } from '@mahnwerk/core/calculations'
import { type Line, marksOf, sourcesOf } from '@mahnwerk/core/explanations'
import { Explanation, MarkTags, Sources } from '../law/index.ts'
import { useTexts } from '../texts/index.ts'
import { type LawKey, useLawText } from '../texts/law/law-text.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { useForm } from './form/form-context.tsx'
import type { FieldName } from './questions/asked.ts'
import styles from './calculators.module.css'
import { usePeek } from './peek.ts'

/** What a person still has to tell, and an example for those who only want to see how it works. */
export function Missing({
  names,
  example,
}: {
  names: readonly FieldName[]
  example: Readonly<Record<string, string>>
}) {
  const text = useLawText()
  const { given, replace } = useForm()
  const fill = (): void =>
    replace({ ...given, ...Object.fromEntries(Object.entries(example).map(([name, word]) => [name, [word]])) })
  return (
    <EmptyState
      title={text('result.missing')}
      actions={
        <Button small onClick={fill}>
          {text('result.example')}
        </Button>
      }
    >
      <ul className={styles.missing}>
        {names.map((name) => (
          <li key={name}>{text(`missing.${name}`)}</li>
        ))}
      </ul>
    </EmptyState>
  )
}

type FigureProps = {
  readonly label: string
  readonly value: ReactNode
  readonly line?: ReactNode
  readonly why?: Line | undefined
  /** A second figure beside the one that was asked for. */
  readonly beside?: boolean
}

/** The one number that was asked for, said to screen readers when it changes. */
export function ResultFigure({ label, value, line, why, beside = false }: FigureProps) {
  const peek = usePeek()
  return (
    <div className={styles.figure}>
      {peek === null || beside
        ? null
        : createPortal(
            <>
              <span>{label}</span>
              <b>{value}</b>
            </>,
            peek,
          )}
      <output aria-live="polite">
        <span className={styles.label}>{label}</span>
        <span className={styles.value}>{value}</span>
      </output>
      {why === undefined ? null : <MarkTags marks={marksOf(why)} />}
      {line === undefined ? null : <p className="muted">{line}</p>}
    </div>
  )
}

/** A line of the country's law in words, with its parts below. */
export function Why({ of, title, open = 0 }: { of: readonly Line[]; title: LawKey; open?: number }) {
  const { country } = useForm()
  const { language } = useTexts()
  const text = useLawText()
  if (of.length === 0) return null
  return (
    <section className={styles.why}>
      <h3>{text(title)}</h3>
      <Explanation
        lines={of.map((line) => explained(line, country, language))}
        currency={country.currency}
        open={open}
      />
    </section>
  )
}

/** Every rule behind an answer, at a glance. */
export function Basis({ of }: { of: readonly Line[] }) {
  const sources = new Map(of.flatMap(sourcesOf).map((source) => [source.citation, source]))
  return (
    <div className={styles.basis}>
      <Sources sources={[...sources.values()]} />
    </div>
  )
}
