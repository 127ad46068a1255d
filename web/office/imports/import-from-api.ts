import type { Import, ImportMapping } from '@mahnwerk/client/api'
import { dayOf, moneyOf } from '../api/money.ts'
import type { ImportedFile, ToldRefusal } from './imported-file.ts'
import type { Mapping, MappedField, MappingStep, PreviewRow } from './table-mapping.tsx'

type Line = Import['lines'][number]
type Refusal = Line['refusals'][number]

/** One entry per file; a table that waits for its columns is none yet, it has its own step. */
export function filesOf(told: Import): readonly ImportedFile[] {
  if (told.kind === 'files') return told.lines.map((line) => fileOf(told.id, line))
  if (told.state === 'waiting') return []
  const refused = told.lines
    .filter((line) => line.outcome === 'refused')
    .map((line) => ({ row: line.position, name: line.name, refusals: line.refusals.map(refusalOf) }))
  const { id, name, worked, total, accepted, alreadyThere, refused: refusedCount } = told
  return [
    {
      id,
      name,
      state: 'table',
      running: told.state === 'running',
      worked,
      total,
      accepted,
      alreadyThere,
      refused,
      refusedCount,
    },
  ]
}

function fileOf(importId: string, line: Line): ImportedFile {
  const known = { id: `${importId}-${line.position}`, name: line.name }
  switch (line.outcome) {
    case 'waiting':
      return { ...known, state: 'waiting' }
    case 'refused':
      return { ...known, state: 'refused', refusals: line.refusals.map(refusalOf) }
    case 'already_there':
      return { ...known, state: 'already_there', invoiceId: line.invoiceId }
    case 'accepted':
      return {
        ...known,
        state: 'accepted',
        invoiceId: line.invoiceId,
        number: line.invoiceNumber ?? '',
        debtorName: line.debtorName ?? '',
        dueFromTerms: line.dueFromTerms,
      }
  }
}

function refusalOf({ title, detail, place }: Refusal): ToldRefusal {
  return { title, detail, place }
}

type Acts = Pick<MappingStep, 'busy' | 'onMapping' | 'onImport'>

/** The step of a waiting table; undefined for everything else. */
export function mappingStepOf(told: Import, acts: Acts): MappingStep | undefined {
  const { table } = told
  if (told.state !== 'waiting' || table === undefined) return undefined
  return {
    ...acts,
    id: told.id,
    fileName: told.name,
    header: table.header,
    sample: table.sample.map(({ cells }) => cells),
    mapping: table.mapping,
    // The API names fields as text here; they are the same closed set as in the mapping.
    questions: table.questions.map(({ code, field, sample }) => ({
      code,
      field: field as MappedField | undefined,
      sample,
    })),
    preview: table.preview.first.map(previewOf),
    ready: table.preview.ready,
    refused: table.preview.refused,
  }
}

type ApiPreviewRow = NonNullable<Import['table']>['preview']['first'][number]

function previewOf({
  row,
  name,
  ok,
  debtorName = '',
  invoiceDate,
  dueDate,
  amount,
  currency,
  refusals = [],
}: ApiPreviewRow): PreviewRow {
  if (!ok || invoiceDate === undefined || dueDate === undefined || amount === undefined || currency === undefined)
    return { row, name, ok: false, refusals: refusals.map(refusalOf) }
  return {
    row,
    name,
    ok: true,
    debtorName,
    invoiceDate: dayOf(invoiceDate),
    dueDate: dayOf(dueDate),
    amount: moneyOf(amount, currency),
  }
}

/** The mapping as the API takes it: members without a value are left out. */
export function apiMappingOf(mapping: Mapping): ImportMapping {
  return JSON.parse(JSON.stringify(mapping)) as ImportMapping // the same shape, less what is undefined
}
