// What leaves and what stays; what only a person knows; what happens then; who pays what. The page and the dialog show the same.

import type { HandoverAnswers } from '@mahnwerk/core/handover'
import { IconEyeOff, IconPencil } from '@tabler/icons-react'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { type Format, type Text, useFormat, useText } from '../../texts/index.ts'
import { Button, FieldList, Link, MoneyTable, Note, Sheet, Stack, YesNo } from '../../ui/index.ts'
import { parseDay } from '@mahnwerk/core/calendar'
import { paths } from '../paths.ts'
import { CorrectionForm } from './correction-form.tsx'
import styles from './handover.module.css'
import type { HandoverProps, HandoverView } from './handover-view.ts'

// With the texts about the law, which nobody needs before.
const CostsWorking = lazy(() => import('./costs-working.tsx'))

type Props = HandoverProps & { readonly view: HandoverView }

/** Left: field by field with its source, then the questions. */
export function WhatLeaves(props: Props) {
  const { view, answers, onAnswers } = props
  const text = useText()
  const format = useFormat()
  const [correcting, setCorrecting] = useState(false)
  const fields = view.fields.map((entry) => ({
    id: entry.field,
    label: text(`out.${entry.field}`),
    value: entry.amount === undefined ? written(entry, format, text) : format.money(entry.amount),
    source: text(`source.${entry.source}`),
    changed: entry.source === 'changed',
  }))
  const correct = (
    <Button small icon={<IconPencil aria-hidden />} onClick={() => setCorrecting(!correcting)}>
      {text('handover.correct')}
    </Button>
  )
  return (
    <Sheet flush title={text('handover.leaves', { partner: view.partner.name })} actions={correct}>
      {correcting ? (
        <div className={styles.inset}>
          <CorrectionForm view={view} onSave={props.onChanges} onDone={() => setCorrecting(false)} />
        </div>
      ) : (
        <FieldList inset fields={fields} />
      )}
      <div className={styles.inset}>
        <Stack>
          <Stays view={view} />
          {view.warnings.map((warning) => (
            <Note key={warning.code} tone="warn">
              {text(`handoverWarning.${warning.code}`, warning.facts)}
            </Note>
          ))}
          {view.blockers.map((blocker) => (
            <Note
              key={blocker.code}
              tone="stop"
              actions={<BlockerRepair code={blocker.code} onCorrect={() => setCorrecting(true)} />}
            >
              <b>{blocker.title}.</b> {blocker.detail}
            </Note>
          ))}
          <Questions view={view} answers={answers} onAnswers={onAnswers} />
        </Stack>
      </div>
    </Sheet>
  )
}

const MENDED_HERE: readonly string[] = ['address_incomplete', 'subject_missing']

function BlockerRepair({ code, onCorrect }: { code: string; onCorrect: () => void }): ReactNode {
  const text = useText()
  if (MENDED_HERE.includes(code))
    return (
      <Button small kind="primary" onClick={onCorrect}>
        {text(code === 'subject_missing' ? 'handover.addSubject' : 'handover.addAddress')}
      </Button>
    )
  return code === 'creditor_email_missing' ? (
    <Button small kind="primary" href={paths.settings('praxisdaten')}>
      {text('handover.addEmail')}
    </Button>
  ) : null
}

function Stays({ view }: { view: HandoverView }) {
  const text = useText()
  const what = view.staysHere.map((thing) => text(`stays.${thing}`)).join(', ')
  return (
    <Note icon={<IconEyeOff aria-hidden />}>
      <b>{text('handover.stays')}</b> {what}.
      {view.heldBackText === undefined || view.heldBackText === '' ? null : (
        <details>
          <summary>{text('handover.staysWhat')}</summary>
          <p className={styles.quote}>{view.heldBackText}</p>
        </details>
      )}
    </Note>
  )
}

function Questions({
  view,
  answers,
  onAnswers,
}: {
  view: HandoverView
  answers: HandoverAnswers
  onAnswers: (answers: HandoverAnswers) => void
}) {
  const text = useText()
  return (
    <section aria-label={text('handover.questions')}>
      <h2>{text('handover.questions')}</h2>
      {view.questions.map((question) => (
        <YesNo
          key={question}
          question={text(`question.${question}`)}
          help={text(`questionHelp.${question}`)}
          value={answers[question]}
          onChange={(answer) => onAnswers({ ...answers, [question]: answer })}
        />
      ))}
    </section>
  )
}

/** Right: three lines of what happens, and the money. */
export function WhatHappens({ view }: { view: HandoverView }) {
  const text = useText()
  const { partner } = view
  const steps = [
    text.count('handover.stepAccept', partner.acceptsWithinDays, { partner: partner.name }),
    text('handover.stepWrites', { partner: partner.name, debtor: view.debtorName }),
    partner.courtOnlyByDecision ? text('handover.stepNoCourt') : text('handover.stepPayments'),
  ]
  return (
    <Sheet title={text('handover.next')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="small">
        <Link href={paths.help('ablauf')} target="_blank">
          {text('handover.process')}
        </Link>
      </p>
    </Sheet>
  )
}

export function WhoPays({ view }: { view: HandoverView }) {
  const text = useText()
  const format = useFormat()
  const { partner } = view
  const fee = partner.caseFee
  const later = text('handover.feeLater', { min: format.money(fee.laterMin), max: format.money(fee.laterMax) })
  const feeNote =
    fee.free && fee.freeUntil !== undefined
      ? text('handover.feeFree', { day: format.day(fee.freeUntil), later })
      : fee.laterMax.amount === 0
        ? text('handover.feeNone')
        : text('handover.feeReason', { partner: partner.name })
  const lines = [
    {
      id: 'fee',
      label: text('handover.fee'),
      sum:
        fee.min.amount === fee.max.amount
          ? fee.max
          : text('handover.range', { min: format.money(fee.min), max: format.money(fee.max) }),
      note: feeNote,
    },
    {
      id: 'costs',
      label:
        partner.costsBorneBy === 'debtor'
          ? text('handover.costsDebtor', { debtor: view.debtorName })
          : text('handover.costsCreditor'),
      sum:
        partner.costsByLaw === undefined
          ? text('handover.byLaw')
          : text('handover.upTo', { sum: format.money(partner.costsByLaw.most) }),
      note: <CostsNote partner={partner} />,
    },
    ...(partner.creditorAdvancesCosts
      ? [
          {
            id: 'advance',
            label: text('handover.advance', { sum: format.money(view.total) }),
            sum: text('handover.advanceSum'),
            note: text('handover.advanceNote'),
          },
        ]
      : []),
  ]
  return (
    <Sheet title={text('handover.whoPays')}>
      <MoneyTable lines={lines} caption={text('handover.whoPays')} />
      <p className="small">
        <Link href={paths.help('kosten')} target="_blank">
          {text('handover.costs')}
        </Link>
      </p>
      {partner.registerEntry === undefined ? null : (
        <p className={`small muted ${styles.register}`}>
          {partner.registerEntry}
          {partner.association === undefined ? '' : ` · ${partner.association}`}
        </p>
      )}
    </Sheet>
  )
}

function CostsNote({ partner }: { partner: HandoverView['partner'] }) {
  const text = useText()
  return (
    <>
      {text(partner.costsBorneBy === 'debtor' ? 'handover.costsDebtorNote' : 'handover.costsCreditorNote')}
      {partner.costsByLaw === undefined ? null : (
        <Suspense fallback={null}>
          <CostsWorking costs={partner.costsByLaw} />
        </Suspense>
      )}
    </>
  )
}

/** What a person still has to do before the act, as the button's reason. */
export function useWaiting({ view, answers }: Props): string | undefined {
  const text = useText()
  const blocker = view.blockers[0]
  if (blocker !== undefined) return blocker.title
  const open = view.questions.filter((question) => answers[question] === undefined).length
  if (open > 0) return text.count('handover.questionsOpen', open)
  if (answers.disputed === true) return text('handover.disputed')
  return answers.obligationFulfilled === false ? text('handover.notFulfilled') : undefined
}

function written({ field, value }: HandoverView['fields'][number], format: Format, text: Text): ReactNode {
  const day = parseDay(value)
  if (day !== undefined) return format.day(day)
  // "number|date": the two travel as one line
  const [number, date] = value.split('|')
  const on = field === 'invoice' && date !== undefined ? parseDay(date) : undefined
  return on === undefined ? value : text('out.invoiceOf', { number: number ?? '', day: format.day(on) })
}
