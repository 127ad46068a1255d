import type { ChangeEvent, FocusEvent } from 'react'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { LongTextField, TextField } from '../../ui/index.ts'
import type { Fault, Field, LetterLanguage, Words } from './letters-view.ts'

type Props = {
  readonly words: Words
  readonly language: LetterLanguage
  readonly faults: readonly Fault[]
  readonly mayWrite: boolean
  readonly onChange: (more: Partial<Words>) => void
  /** The field that has the cursor, so that a placeholder finds its place. */
  readonly onTouch: (field: Field, element: HTMLInputElement | HTMLTextAreaElement) => void
}

/** The five texts; what is wrong with one stands below it. */
export function WordsFields({ words, language, faults, mayWrite, onChange, onTouch }: Props) {
  const text = useLettersText()
  const of = (field: Field) => {
    const wrong = faults.filter((fault) => fault.field === field).map(({ detail }) => detail)
    return {
      label: text(`field.${field}`),
      lang: language,
      value: words[field],
      readOnly: !mayWrite,
      error: wrong.length === 0 ? undefined : wrong.join(' '),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        onChange({ [field]: event.target.value }),
      onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => onTouch(field, event.target),
    }
  }
  return (
    <>
      <TextField {...of('subject')} maxLength={200} required />
      <LongTextField {...of('opening')} description={text('field.openingHelp')} autosize minRows={3} required />
      <LongTextField {...of('next')} description={text('field.nextHelp')} autosize minRows={3} />
      <LongTextField {...of('alreadyPaid')} autosize minRows={1} required />
      <LongTextField {...of('contact')} autosize minRows={2} required />
    </>
  )
}
