// One run: how far it is, and the three things one can do with it.

import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Amount,
  Button,
  Dialog,
  ErrorState,
  FigureRow,
  KeyFigure,
  Link,
  LoadingState,
  Moment,
  type More,
  Note,
  PageHead,
  Progress,
  Row,
  Sheet,
  Stack,
  StatusTag,
  type Tone,
  type Trouble,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { capital, levelWords, stateWords } from './dunning-words.ts'
import { Sums } from './sums.tsx'
import styles from './dunning.module.css'
import type { NoticeRow, RunState, RunView } from './dunning-view.ts'

export type RunAct = 'pause' | 'resume' | 'stop'

export type RunPageProps = {
  readonly run: RunView | undefined
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  /** Absent where the right is missing. */
  readonly onAct?: ((act: RunAct) => void) | undefined
  /** Tries once more what failed. */
  readonly onRepeat?: (() => void) | undefined
  /** The letters of the run; undefined while they are asked. */
  readonly letters?: { readonly rows: readonly NoticeRow[]; readonly more: More } | undefined
  readonly onRetry: () => void
}

export const RUN_TONES: Readonly<Record<RunState, Tone>> = {
  running: 'neutral',
  paused: 'warn',
  stopped: 'stop',
  done: 'good',
}

export function RunPage({ run, trouble, onRetry, ...acts }: RunPageProps) {
  const text = useDunningText()
  if (run !== undefined) return <Loaded run={run} trouble={trouble} {...acts} />
  return (
    <>
      <PageHead title={text('preview.title')} crumbs={[{ label: text('title'), href: paths.notices() }]} />
      <Sheet>{trouble === undefined ? <LoadingState /> : <ErrorState trouble={trouble} onRetry={onRetry} />}</Sheet>
    </>
  )
}

type LoadedProps = Omit<RunPageProps, 'run' | 'onRetry'> & { readonly run: RunView }

function Loaded({ run, busy, trouble, onAct, onRepeat, letters }: LoadedProps) {
  const text = useDunningText()
  const format = useFormat()
  return (
    <>
      <PageHead
        crumbs={[
          { label: text('title'), href: paths.notices() },
          { label: text('tab.runs'), href: paths.dunningRuns },
          { label: text('run.title', { day: format.day(run.day) }) },
        ]}
        title={text('run.title', { day: format.day(run.day) })}
        tag={<StatusTag tone={RUN_TONES[run.state]}>{text(`run.state.${run.state}`)}</StatusTag>}
        lead={run.state === 'running' ? text('run.lead') : undefined}
        actions={<Acts run={run} busy={busy} onAct={onAct} />}
      />
      <Stack>
        {trouble === undefined ? null : (
          <Sheet>
            <ErrorState trouble={trouble} />
          </Sheet>
        )}
        <Sheet flush>
          <Figures run={run} />
        </Sheet>
        <Sheet>
          <Far run={run} />
        </Sheet>
        {run.failed === 0 ? null : <Failed run={run} busy={busy} onRepeat={onRepeat} />}
        <RunLetters letters={letters} />
      </Stack>
    </>
  )
}

function Figures({ run }: { run: RunView }) {
  const text = useDunningText()
  const { number } = useFormat()
  return (
    <FigureRow>
      <KeyFigure label={text('run.letters')} value={number(run.letters)} />
      <KeyFigure label={text('run.claims')} value={number(run.claims)} />
      <KeyFigure
        label={text('run.asked')}
        value={<Sums of={run.sums.map(({ asked }) => asked)} />}
        note={text('preview.figure.askedNote')}
        strong
      />
      <KeyFigure
        label={text('run.fees')}
        value={<Sums of={run.sums.map(({ fees }) => fees)} />}
        note={text('run.feesNote')}
      />
      {run.sums.every(({ interest }) => interest.amount === 0) ? null : (
        <KeyFigure
          label={text('preview.figure.interest')}
          value={<Sums of={run.sums.map(({ interest }) => interest)} />}
          note={text('run.feesNote')}
        />
      )}
    </FigureRow>
  )
}

function Far({ run }: { run: RunView }) {
  const text = useDunningText()
  const { number } = useFormat()
  const open = run.state === 'running' || run.state === 'paused'
  return (
    <Stack>
      {open && run.debtors > 0 ? (
        <div>
          <Progress share={run.walked / run.debtors} label={text('run.progress')} />
          <p className="small muted">{text('run.walked', { done: number(run.walked), all: number(run.debtors) })}</p>
        </div>
      ) : null}
      <div role="status">
        <Said run={run} />
      </div>
      <dl className={styles.times}>
        <div>
          <dt>{text('run.started')}</dt>
          <dd>
            <Moment of={run.startedAt} />
            {run.automatic ? `, ${text('run.automatic')}` : ''}
          </dd>
        </div>
        {run.endedAt === undefined ? null : (
          <div>
            <dt>{text('run.ended')}</dt>
            <dd>
              <Moment of={run.endedAt} />
            </dd>
          </div>
        )}
      </dl>
    </Stack>
  )
}

function Failed({ run, busy, onRepeat }: Pick<LoadedProps, 'run' | 'busy' | 'onRepeat'>) {
  const text = useDunningText()
  const act =
    onRepeat === undefined || run.repeatable === 0 ? undefined : (
      <Button small busy={busy} onClick={onRepeat}>
        {text.count('run.repeat', run.repeatable)}
      </Button>
    )
  return (
    <Note tone="stop" actions={act}>
      <b>{text.count('run.failed', run.failed)}</b>{' '}
      {text(run.repeatable < run.failed ? 'run.failedAddress' : 'run.failedAgain')}
    </Note>
  )
}

function RunLetters({ letters }: Pick<LoadedProps, 'letters'>) {
  const text = useDunningText()
  const format = useFormat()
  if (letters === undefined || letters.rows.length === 0) return null
  const { rows, more } = letters
  return (
    <Sheet title={text('run.lettersOf')}>
      <ul className={`${styles.lettersOf} ${styles.even}`}>
        {rows.map((letter) => {
          const { label, tone } = stateWords(letter.state, text)
          return (
            <li key={letter.id}>
              <Link className="code" href={letter.href} target="_blank" rel="noreferrer">
                {letter.number}
              </Link>
              <Link href={paths.debtor(letter.debtorId)}>{letter.debtorName}</Link>
              <span className="small muted">
                {capital(levelWords(letter.level, text, letter.last))},{' '}
                {text('run.payBy', { day: format.day(letter.payBy) })}
              </span>
              <StatusTag tone={tone}>{label}</StatusTag>
              <Amount of={letter.asked} />
            </li>
          )
        })}
      </ul>
      {more.has ? (
        <Row>
          <Button busy={more.loading} onClick={more.load}>
            {text('preview.more')}
          </Button>
        </Row>
      ) : null}
    </Sheet>
  )
}

function Said({ run }: { run: RunView }) {
  const text = useDunningText()
  const { number } = useFormat()
  switch (run.state) {
    case 'running':
      return <p>{text('run.soFar', { done: number(run.letters) })}</p>
    case 'paused':
      return <Note tone="warn">{text('run.pausedWords')}</Note>
    case 'stopped':
      return <Note>{text('run.stoppedWords')}</Note>
    case 'done':
      return <Note tone="good">{text.count('run.doneWords', run.letters)}</Note>
  }
}

function Acts({ run, busy, onAct }: Pick<LoadedProps, 'run' | 'busy' | 'onAct'>) {
  const text = useDunningText()
  const [asking, setAsking] = useState(false)
  if (run.state === 'done' || run.state === 'stopped')
    return (
      <>
        <Button href={paths.dunningPreview()}>{text('run.toPreview')}</Button>
        <Button kind="primary" href={paths.noticesOf(run.id)}>
          {text('run.toLetters')}
        </Button>
      </>
    )
  if (onAct === undefined) return null
  const pausing = run.state === 'running'
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {text('run.stop')}
      </Button>
      <Button kind={pausing ? 'plain' : 'primary'} busy={busy} onClick={() => onAct(pausing ? 'pause' : 'resume')}>
        {text(pausing ? 'run.pause' : 'run.resume')}
      </Button>
      {asking ? <StopDialog run={run} onAct={onAct} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function StopDialog({ run, onAct, onClose }: { run: RunView; onAct: (act: RunAct) => void; onClose: () => void }) {
  const text = useDunningText()
  const common = useText()
  const { number } = useFormat()
  const stop = (): void => {
    onAct('stop')
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={stop}
      title={text('run.stopTitle')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button kind="stop" type="submit">
            {text('run.stopAct')}
          </Button>
        </>
      }
    >
      <p>{text('run.stopWords', { count: number(run.letters) })}</p>
    </Dialog>
  )
}
