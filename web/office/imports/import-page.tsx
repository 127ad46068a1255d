// Invoices from files: e-invoices are read at once, tables ask which column is what. Each file says what became of it.

import { IconArrowRight } from '@tabler/icons-react'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Button,
  EmptyState,
  FileDrop,
  Note,
  PageHead,
  SelectField,
  Sheet,
  Stack,
  type Trouble,
  Progress,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { FileOutcome } from './file-outcome.tsx'
import type { ImportedFile } from './imported-file.ts'
import styles from './imports.module.css'
import { type MappingStep, TableMapping } from './table-mapping.tsx'

export type ImportPageProps = {
  readonly practices: readonly { readonly id: string; readonly name: string }[]
  readonly practiceId: string
  readonly files: readonly ImportedFile[]
  /** Tables whose columns a person has to confirm. */
  readonly mappings: readonly MappingStep[]
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onPractice: (id: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

const ACCEPT = ['.xml', '.pdf', '.csv', '.tsv', '.txt', '.xlsx'] as const

export function ImportPage(props: ImportPageProps) {
  const { files, mappings, practices, busy, trouble } = props
  const text = useText()
  return (
    <>
      <PageHead
        crumbs={[{ label: text('invoices.title'), href: paths.invoices() }, { label: text('import.title') }]}
        title={text('import.title')}
        lead={text('import.lead')}
      />
      <Stack>
        {practices.length < 2 ? null : (
          <SelectField
            label={text('import.practice')}
            data={practices.map(({ id, name }) => ({ value: id, label: name }))}
            value={props.practiceId}
            onChange={(event) => props.onPractice(event.target.value)}
          />
        )}
        <FileDrop
          label={text('import.drop')}
          hint={text('import.formats')}
          accept={ACCEPT}
          onFiles={props.onFiles}
          busy={busy}
        />
        {trouble === undefined ? null : (
          <Note tone="stop" urgent>
            <b>{trouble.title}.</b> {trouble.detail}
          </Note>
        )}
        {mappings.map((step) => (
          <TableMapping key={step.id} {...step} />
        ))}
        {files.length === 0 && mappings.length === 0 ? (
          <EmptyState title={text('import.nothingYet')}>{text('import.explain')}</EmptyState>
        ) : null}
        {files.length === 0 ? null : <Results files={files} />}
      </Stack>
    </>
  )
}

function Results({ files }: { files: readonly ImportedFile[] }) {
  const text = useText()
  const { number } = useFormat()
  const done = files.filter((file) => file.state !== 'waiting' && file.state !== 'reading').length
  const count = (state: ImportedFile['state']): string => number(files.filter((file) => file.state === state).length)
  const lead = text('import.summary', {
    accepted: count('accepted'),
    there: count('already_there'),
    refused: count('refused'),
  })
  const toList =
    done < files.length ? undefined : (
      <Button small href={paths.invoices('alle')} icon={<IconArrowRight aria-hidden />}>
        {text('import.toList')}
      </Button>
    )
  return (
    <Sheet title={text('import.results')} lead={<span aria-live="polite">{lead}</span>} actions={toList}>
      {done < files.length ? (
        <Progress
          share={done / files.length}
          label={text('import.progress', { done: number(done), all: number(files.length) })}
        />
      ) : null}
      <table className={styles.results}>
        <caption className="hidden">{text('import.results')}</caption>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td className="strong">{file.name}</td>
              <td>
                <FileOutcome file={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
