// What the law leaves open, asked where somebody wants to answer it.

import { catalogueOf } from '@mahnwerk/core/calculations'
import type { Country } from '@mahnwerk/core/countries'
import { useTexts } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { openQuestionTexts } from '../../law/index.ts'
import { YEAR_BASES } from '../questions/settings.ts'
import { useForm } from './form-context.tsx'
import { SelectInput, TickInput } from './inputs.tsx'
import { More } from './more.tsx'

export function SettingsFields({ interest = true }: { interest?: boolean }) {
  const { country } = useForm()
  const text = useLawText()
  const names = ['jahr', 'zahltag', 'vorlaeufig', 'ungesichert', ...country.openQuestions.map(questionName)]
  return (
    <More title={text('settings.title')} hint={text('settings.hint')} names={names}>
      {interest ? <InterestFields country={country} /> : null}
      <OpenQuestions country={country} />
      <TickInput name="vorlaeufig" label={text('settings.provisional')} help={text('settings.provisionalHelp')} />
      <TickInput name="ungesichert" label={text('settings.lowConfidence')} help={text('settings.lowConfidenceHelp')} />
    </More>
  )
}

function InterestFields({ country }: { country: Country }) {
  const text = useLawText()
  const { yearBasis, paymentDayCounts } = country.settings
  const bases = [yearBasis, ...YEAR_BASES.filter((basis) => basis !== yearBasis)]
  return (
    <>
      <SelectInput
        name="jahr"
        label={text('settings.yearBasis')}
        help={text('settings.yearBasisHelp')}
        options={bases.map((value) => ({ value, label: text(`yearBasis.${value}`) }))}
      />
      <TickInput
        name="zahltag"
        label={text('settings.paymentDay')}
        help={text('settings.paymentDayHelp')}
        otherwise={paymentDayCounts}
      />
    </>
  )
}

function OpenQuestions({ country }: { country: Country }) {
  const { language } = useTexts()
  const catalogue = catalogueOf(country, language)
  return country.openQuestions.map((question) => {
    const { label, answers } = openQuestionTexts(country, question, catalogue)
    const preset = country.settings.choices[question.key] ?? question.answers[0]
    return (
      <SelectInput
        key={question.key}
        name={questionName(question)}
        label={label}
        options={answers.toSorted((a, b) => Number(b.value === preset) - Number(a.value === preset))}
      />
    )
  })
}

function questionName({ key }: { readonly key: string }): string {
  return `frage.${key}`
}
