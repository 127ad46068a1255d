// Mahnungen: every letter, what it asked for, whether it arrived, and the same status and functions as in the invoice list.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Money } from '@mahnwerk/core/money'
import { type ReactNode, useMemo } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useFormat, useText } from '../../texts/index.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  Fill,
  type Filter,
  FilterChips,
  Link,
  type More,
  Note,
  PageHead,
  type Sort,
  SumBar,
  type Trouble,
  ViewMenu,
  useNavigation,
  useTableView,
} from '../../ui/index.ts'
import type { RowActions } from '../invoices/invoice-cells.tsx'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import { DunningTabs } from './dunning-tabs.tsx'
import type { NoticeRow } from './dunning-view.ts'
import { noticeColumns, noticeFilterFields } from './notice-columns.tsx'

export type NoticesPageProps = {
  readonly rows: readonly NoticeRow[]
  readonly total?:
    | { readonly count: number; readonly sums: readonly { readonly asked: Money; readonly fees: Money }[] }
    | undefined
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  /** The run whose letters alone are shown. */
  readonly run?: { readonly id: string; readonly day?: LocalDate | undefined } | undefined
  readonly filters: readonly Filter[]
  /** What can be chosen beside the last one. */
  readonly levels: readonly number[]
  readonly loading: boolean
  readonly trouble?: Trouble | undefined
  readonly more?: More | undefined
  readonly actions: RowActions
  readonly onFilters: (filters: readonly Filter[]) => void
  readonly onRetry: () => void
  /** Further acts of the page. */
  readonly tools?: ReactNode
  readonly overlay?: ReactNode
}

export function NoticesPage(props: NoticesPageProps) {
  const { rows, filters, levels, actions, trouble } = props
  const text = useDunningText()
  const common = useText()
  const format = useFormat()
  const { go } = useNavigation()
  const columns = useMemo(() => noticeColumns(text, common, actions), [text, common, actions])
  const fields = useMemo(() => noticeFilterFields(text, levels), [text, levels])
  const table = useTableView('notices', columns)
  return (
    <Fill>
      <PageHead
        title={text('title')}
        lead={text('lead')}
        actions={
          <>
            {props.tools}
            <Button kind="primary" href={paths.dunningPreview()}>
              {text('toPreview')}
            </Button>
          </>
        }
      />
      <DunningTabs current="schreiben" />
      {props.run === undefined ? null : (
        <div className={styles.hints}>
          <Note>
            {props.run.day === undefined ? text('ofRunAny') : text('ofRun', { day: format.day(props.run.day) })}{' '}
            <Link href={paths.dunningRun(props.run.id)}>{text('toRun')}</Link>{' '}
            <Link href={paths.notices()}>{text('allLetters')}</Link>
          </Note>
        </div>
      )}
      <FilterChips
        fields={fields}
        filters={filters}
        onChange={props.onFilters}
        end={<ViewMenu columns={columns} view={table.view} change={table.change} />}
      />
      {trouble !== undefined ? (
        <ErrorState trouble={trouble} onRetry={props.onRetry} />
      ) : (
        <DataTable
          caption={text('caption')}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.debtorName}, ${row.number}`}
          columns={table.visible}
          density={table.view.density}
          onOpen={(row) => row.invoice !== undefined && go(paths.invoice(row.invoice.id))}
          sort={props.sort}
          onSort={props.onSort}
          more={props.more}
          total={props.total?.count}
          loading={props.loading}
          empty={<NoNotices {...props} />}
          foot={<Foot {...props} />}
        />
      )}
      {props.overlay}
    </Fill>
  )
}

function Foot({ rows, total }: NoticesPageProps) {
  const text = useDunningText()
  const { number } = useFormat()
  return (
    <SumBar end={<Link href={paths.dunningHelp}>{text('howItWorks')}</Link>}>
      {total === undefined ? (
        <span>{text.count('loaded', rows.length)}</span>
      ) : (
        <>
          <span>
            <b>{number(rows.length)}</b> {text.count('ofAll', total.count)}
          </span>
          <span>
            {text('askedSum')}{' '}
            <b>
              <Beside of={total.sums.map(({ asked }) => asked)} />
            </b>
          </span>
          {total.sums.every(({ fees }) => fees.amount === 0) ? null : (
            <span>
              {text('feesSum')}{' '}
              <b>
                <Beside of={total.sums.map(({ fees }) => fees)} />
              </b>
            </span>
          )}
        </>
      )}
    </SumBar>
  )
}

// In one line, and never added up.
function Beside({ of }: { of: readonly Money[] }) {
  const format = useFormat()
  return of.map((sum) => format.money(sum)).join(' · ')
}

function NoNotices({ filters, onFilters }: NoticesPageProps) {
  const text = useDunningText()
  const common = useText()
  if (filters.length > 0)
    return (
      <EmptyState
        title={text('emptyFiltered')}
        actions={<Button onClick={() => onFilters([])}>{common('ui.filter.clear')}</Button>}
      >
        {text('emptyFilteredWords')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={text('empty')}
      actions={
        <>
          <Button kind="primary" href={paths.dunningPreview()}>
            {text('toPreview')}
          </Button>
          <Button href={paths.dunningHelp}>{text('howItWorks')}</Button>
        </>
      }
    >
      {text('emptyWords')}
    </EmptyState>
  )
}
