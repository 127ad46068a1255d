// The letter beside its words: as a mail at once, as a page where a browser can show one. Both were made by us, and are still
// shown where nothing in them can run.

import { useEffect, useState } from 'react'
import { currency, minor } from '@mahnwerk/core/money'
import { type Format, useFormat, useTold } from '../../texts/index.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { Button, EmptyState, ErrorState, LoadingState, SelectField, Sheet, Stack } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { openPdf } from '../api/open-pdf.ts'
import styles from './letters.module.css'
import type { Sources, TemplatePreview } from './use-template-preview.ts'

type View = 'mail' | 'page'

export function PreviewPane({ preview }: { readonly preview: TemplatePreview }) {
  const text = useLettersText()
  const [view, setView] = useState<View>('mail')
  const { mail, trouble, sources, source, waiting } = preview
  const open = useAct(() => openPdf(preview.loadPdf()), [])
  const empty = sources !== undefined && source === ''
  return (
    <Sheet
      title={text('preview.title')}
      actions={
        <div role="group" aria-label={text('preview.how')} className={styles.segments}>
          {(['mail', 'page'] as const).map((each) => (
            <Button
              key={each}
              small
              kind={each === view ? 'plain' : 'quiet'}
              aria-pressed={each === view}
              onClick={() => setView(each)}
            >
              {text(`preview.${each}`)}
            </Button>
          ))}
        </div>
      }
    >
      <Stack>
        <SourceField preview={preview} />
        {trouble === undefined ? null : <ErrorState trouble={trouble} />}
        {open.trouble === undefined ? null : <ErrorState trouble={open.trouble} />}
        {empty ? <EmptyState title={text('preview.noneTitle')}>{text('preview.noneWords')}</EmptyState> : null}
        {mail === undefined && !empty && trouble === undefined ? <LoadingState /> : null}
        {mail === undefined || empty ? null : (
          <div aria-busy={waiting}>
            {view === 'mail' ? (
              <Stack tight>
                <p className="small muted">{text('preview.subject', { subject: mail.subject })}</p>
                <iframe className={styles.frame} title={text('preview.mailFrame')} sandbox="" srcDoc={mail.html} />
              </Stack>
            ) : (
              <Page preview={preview} />
            )}
          </div>
        )}
        {empty ? null : (
          <Button small busy={open.busy} onClick={() => open.run(undefined)}>
            {text('preview.open')}
          </Button>
        )}
      </Stack>
    </Sheet>
  )
}

/** The page itself, shown by the browser's own viewer. */
function Page({ preview: { loadPdf, shown } }: { readonly preview: TemplatePreview }) {
  const text = useLettersText()
  const [page, setPage] = useState<{ readonly href?: string; readonly error?: unknown }>({})
  const trouble = useTold(page.error instanceof Error ? page.error : null)
  useEffect(() => {
    const stop = new AbortController()
    let href: string | undefined
    loadPdf(stop.signal)
      .then(({ data, response }) => {
        if (!response.ok || !(data instanceof Blob) || stop.signal.aborted) return
        href = URL.createObjectURL(new Blob([data], { type: 'application/pdf' }))
        setPage({ href })
      })
      .catch((error: unknown) => stop.signal.aborted || setPage({ error }))
    return () => {
      stop.abort()
      if (href !== undefined) URL.revokeObjectURL(href)
    }
    // What is loaded is told by `shown` alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- loadPdf is made anew at each rendering
  }, [shown])
  if (trouble !== undefined) return <ErrorState trouble={trouble} />
  if (page.href === undefined) return <LoadingState />
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- a sandbox keeps the browser's own PDF view from opening
    <iframe
      className={styles.page}
      title={text('preview.pageFrame')}
      src={`${page.href}#toolbar=0&navpanes=0&view=FitH`}
    />
  )
}

function SourceField({ preview: { sources, source, choose } }: { readonly preview: TemplatePreview }) {
  const text = useLettersText()
  const format = useFormat()
  const groups = sources === undefined ? [] : groupsOf(sources, format)
  return (
    <SelectField
      label={text('preview.of')}
      value={source}
      disabled={sources === undefined}
      data={
        groups.length === 0
          ? [{ value: '', label: text('preview.none') }]
          : groups.map(({ group, items }) => ({ group: text(`preview.${group}`), items: [...items] }))
      }
      onChange={(event) => choose(event.target.value)}
    />
  )
}

function groupsOf({ invoices, notices }: Sources, format: Format) {
  const sum = (amount: number, code: string): string =>
    format.money({ amount: minor(amount), currency: currency(code) })
  const all = [
    {
      group: 'invoices' as const,
      items: invoices.map(({ id, debtorName, number, open, currency: code }) => ({
        value: `invoice:${id}`,
        label: `${debtorName} · ${number} · ${sum(open, code)}`,
      })),
    },
    {
      group: 'letters' as const,
      items: notices.map(({ id, debtorName, number }) => ({
        value: `notice:${id}`,
        label: `${debtorName} · ${number}`,
      })),
    },
  ]
  return all.filter(({ items }) => items.length > 0)
}
