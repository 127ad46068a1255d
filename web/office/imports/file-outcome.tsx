import { useFormat, useText } from '../../texts/index.ts'
import { Link, Progress, StatusTag } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import type { ImportedFile, RefusedRow, ToldRefusal } from './imported-file.ts'

/** What became of a file, in words. */
export function FileOutcome({ file }: { file: ImportedFile }) {
  const text = useText()
  switch (file.state) {
    case 'waiting':
    case 'reading':
      return <StatusTag>{text(`import.${file.state}`)}</StatusTag>
    case 'accepted':
      return (
        <>
          <StatusTag tone="good">{text('import.accepted')}</StatusTag>{' '}
          {file.invoiceId === undefined ? file.number : <Link href={paths.invoice(file.invoiceId)}>{file.number}</Link>}{' '}
          {file.debtorName}
          {file.dueFromTerms ? <span className="small muted"> {text('import.dueFromTerms')}</span> : null}
        </>
      )
    case 'already_there':
      return (
        <>
          <StatusTag>{text('import.alreadyThere')}</StatusTag>{' '}
          {file.invoiceId === undefined ? null : (
            <Link href={paths.invoice(file.invoiceId)}>{text('import.look')}</Link>
          )}
        </>
      )
    case 'refused':
      return (
        <>
          <StatusTag tone="stop">{text('import.refused')}</StatusTag> <Refusals refusals={file.refusals} />
        </>
      )
    case 'table':
      return <TableOutcome file={file} />
  }
}

function Refusals({ refusals }: { refusals: readonly ToldRefusal[] }) {
  const [first, ...more] = refusals
  const text = useText()
  if (first === undefined) return null
  return (
    <>
      <Refused refusal={first} />
      {more.length === 0 ? null : (
        <details>
          <summary>{text.count('import.moreFaults', more.length)}</summary>
          <ul>
            {more.map((refusal) => (
              <li key={`${refusal.title}${refusal.place}`}>
                <Refused refusal={refusal} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Refused({ refusal: { title, detail, place } }: { refusal: ToldRefusal }) {
  return (
    <span>
      <b>{title}.</b> {detail}
      {place === undefined ? null : <span className="muted"> ({place})</span>}
    </span>
  )
}

function TableOutcome({ file }: { file: Extract<ImportedFile, { state: 'table' }> }) {
  const text = useText()
  const { number } = useFormat()
  const { running, worked, total, accepted, alreadyThere, refused, refusedCount } = file
  return (
    <>
      {running ? (
        <Progress
          share={total === 0 ? 0 : worked / total}
          label={text('import.rowsWorked', { done: number(worked), all: number(total) })}
        />
      ) : null}
      <StatusTag tone={running ? 'away' : refusedCount === 0 ? 'good' : 'warn'}>
        {running
          ? text('import.rowsWorked', { done: number(worked), all: number(total) })
          : text.count('import.rowsAccepted', accepted)}
      </StatusTag>{' '}
      {alreadyThere === 0 ? null : text.count('import.rowsThere', alreadyThere)}
      {refusedCount === 0 ? null : <RefusedRows rows={refused} count={refusedCount} />}
    </>
  )
}

function RefusedRows({ rows, count }: { rows: readonly RefusedRow[]; count: number }) {
  const text = useText()
  const { number } = useFormat()
  return (
    <details>
      <summary>{text.count('import.rowsRefused', count)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.row}>
            {text('import.row', { row: number(row.row) })}, {row.name}: <Refusals refusals={row.refusals} />
          </li>
        ))}
      </ul>
    </details>
  )
}
