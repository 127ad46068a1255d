import { useQuery } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { openPdf } from '../api/open-pdf.ts'
import { type HeadFields, linesOf } from './head-fields.ts'
import { LetterheadPage } from './letterhead-page.tsx'
import { letterheadQuery, previewSourcesQuery } from './letters-queries.ts'

const STALE = ['letterhead', 'template-preview']

export default function LetterheadSection() {
  const text = useLettersText()
  const me = useMe()
  const head = useQuery(letterheadQuery)
  const sources = useQuery(previewSourcesQuery)
  const version = head.data?.version ?? 0
  const save = useAct(
    (fields: HeadFields) => answer(api.PUT('/api/v1/settings/letterhead', { body: { ...bodyOf(fields), version } })),
    STALE,
    () => toast({ text: text('head.saved') }),
  )
  const upload = useAct(
    async (file: File) =>
      answer(api.PUT('/api/v1/settings/letterhead/logo', { body: { content: await contentOf(file), version } })),
    STALE,
    () => toast({ text: text('head.logoSaved') }),
  )
  const remove = useAct(
    () => answer(api.DELETE('/api/v1/settings/letterhead/logo')),
    STALE,
    () => toast({ text: text('head.logoRemoved') }),
  )
  const invoice = sources.data?.invoices[0]
  const look = useAct(
    (fields: HeadFields) =>
      openPdf(
        api.POST('/api/v1/letter-templates/preview.pdf', {
          body: {
            language: 'de',
            kind: 'first',
            audience: 'consumer',
            letterhead: bodyOf(fields),
            ...(invoice === undefined ? {} : { invoiceId: invoice.id }),
          },
          parseAs: 'blob',
        }),
      ),
    [],
  )
  const reading = useTold(head.error)
  return (
    <LetterheadPage
      head={head.data}
      mayWrite={me.may('settings.write')}
      busy={save.busy}
      uploading={upload.busy}
      removing={remove.busy}
      looking={look.busy}
      trouble={save.trouble ?? look.trouble ?? reading}
      logoTrouble={upload.trouble ?? remove.trouble}
      onSave={save.run}
      onLogo={upload.run}
      onRemoveLogo={() => remove.run(undefined)}
      onLook={invoice === undefined ? undefined : look.run}
      onRetry={() => void head.refetch()}
    />
  )
}

/** Emptied fields are fields without a value. */
function bodyOf({ accent, bank, register, directors, more }: HeadFields) {
  return {
    accent: accent === '' ? null : accent,
    bank: bank.trim() === '' ? null : bank,
    register: register.trim() === '' ? null : register,
    directors: directors.trim() === '' ? null : directors,
    more: [...linesOf(more)],
  }
}

async function contentOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
