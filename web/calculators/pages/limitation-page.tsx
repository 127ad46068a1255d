// Until when a claim can be enforced, and what moves that day.

import { daysBetween } from '@mahnwerk/core/calendar'
import { type LimitationEnd, limitationWarning } from '@mahnwerk/core/limitation'
import { useFormat } from '../../texts/index.ts'
import { useLawText } from '../../texts/law/law-text.ts'
import { Note } from '../../ui/index.ts'
import styles from '../calculators.module.css'
import { useForm } from '../form/form-context.tsx'
import { DayInput, SelectInput } from '../form/inputs.tsx'
import { RowsInput } from '../form/rows-input.tsx'
import { CLAIMS, EVENT_KINDS, LASTING, limitationQuestion } from '../questions/limitation-question.ts'
import { Basis, Missing, ResultFigure, Why } from '../result.tsx'
import { LIMITATION_EXAMPLE } from './examples.ts'
import { CalculatorPage, Two } from './page-parts.tsx'

export default function LimitationPage() {
  const { country, given } = useForm()
  const asked = limitationQuestion(given, country)
  return (
    <CalculatorPage
      questions={<Questions />}
      answer={
        asked.ready ? (
          <Answered end={country.limitation(asked.question)} />
        ) : (
          <Missing names={asked.missing} example={LIMITATION_EXAMPLE} />
        )
      }
    />
  )
}

function Answered({ end }: { end: LimitationEnd }) {
  const text = useLawText()
  const format = useFormat()
  const { today } = useForm()
  const warning = limitationWarning(end, today)
  const left = end.lastDay === undefined ? undefined : daysBetween(today, end.lastDay)
  return (
    <>
      <ResultFigure
        label={text('limitation.lastDay')}
        value={end.lastDay === undefined ? text('limitation.still') : format.dayInFull(end.lastDay)}
        line={
          left === undefined ? text('limitation.stillLine') : left < 0 ? undefined : text.count('limitation.left', left)
        }
        why={end.why}
      />
      {warning === 'none' ? null : (
        <div className={styles.why}>
          <Note tone={warning === 'barred' ? 'stop' : 'warn'}>{text(`limitation.warning.${warning}`)}</Note>
        </div>
      )}
      <Why of={[end.why]} title="limitation.why" open={1} />
      <Why of={end.moves} title="limitation.moves" />
      <Basis of={[end.why, ...end.moves]} />
    </>
  )
}

function Questions() {
  const text = useLawText()
  return (
    <>
      <SelectInput
        name="anspruch"
        label={text('limitation.claim')}
        options={CLAIMS.map((value) => ({ value, label: text(`claim.${value}`) }))}
      />
      <Two>
        <DayInput name="entstanden" label={text('limitation.arisen')} help={text('limitation.arisenHelp')} />
        <DayInput name="kenntnis" label={text('limitation.known')} help={text('limitation.knownHelp')} />
      </Two>
      <RowsInput
        name="ereignis"
        label={text('limitation.events')}
        help={text('limitation.eventsHelp')}
        add={text('limitation.eventsAdd')}
        kinds={EVENT_KINDS.map((value) => ({ value, label: text(`event.${value}`) }))}
        day={text('rows.day')}
        until={{ label: text('limitation.until'), kinds: LASTING }}
      />
    </>
  )
}
