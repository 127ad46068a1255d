import type { LetterTemplate } from '@mahnwerk/client/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTold } from '../../texts/index.ts'
import { useLettersText } from '../../texts/letters/letters-text.ts'
import { ErrorState, LoadingState, Sheet, toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { EditorPage } from './editor-page.tsx'
import { templateQuery } from './letters-queries.ts'
import { type Which, type Words, letterOf } from './letters-view.ts'

const route = getRouteApi('/office/einstellungen/vorlagen/$letter')
const STALE = ['letter-templates', 'template-preview']

export default function EditorRoute() {
  const which = letterOf(route.useParams().letter)
  // An address that names no letter leads to the list of those there are.
  return which === undefined ? (
    <Navigate to="/einstellungen/$section" params={{ section: 'vorlagen' }} replace />
  ) : (
    <Editor key={JSON.stringify(which)} which={which} />
  )
}

function Editor({ which }: { readonly which: Which }) {
  const text = useLettersText()
  const me = useMe()
  const template = useQuery(templateQuery(which))
  const version = template.data?.version ?? 0
  const path = which
  const client = useQueryClient()
  // The standard takes the place of what stood in the editor; a save leaves the cursor where it is.
  const [round, setRound] = useState(0)
  const keep = (answered: LetterTemplate): void => {
    client.setQueryData(templateQuery(which).queryKey, answered)
    // The same words may have been saved for the other audience.
    void client.invalidateQueries({ queryKey: ['letter-template'], refetchType: 'none' })
  }
  const url = '/api/v1/letter-templates/{language}/{kind}/{audience}'
  const save = useAct(
    ({ words, both }: { words: Words; both: boolean }) =>
      answer(api.PUT(url, { params: { path }, body: { words, version, both } })),
    STALE,
    (answered) => {
      keep(answered)
      toast({ text: text('saved') })
    },
  )
  const reset = useAct(
    () => answer(api.DELETE(url, { params: { path } })),
    STALE,
    (answered) => {
      keep(answered)
      setRound(round + 1)
      toast({ text: text('reset.done') })
    },
  )
  const reading = useTold(template.error)
  if (template.data === undefined)
    return (
      <Sheet>
        {reading === undefined ? (
          <LoadingState />
        ) : (
          <ErrorState trouble={reading} onRetry={() => void template.refetch()} />
        )}
      </Sheet>
    )
  return (
    <EditorPage
      key={round}
      template={template.data}
      mayWrite={me.may('settings.write')}
      busy={save.busy}
      resetting={reset.busy}
      trouble={save.trouble ?? reset.trouble}
      onSave={(words, both) => save.run({ words, both })}
      onReset={() => reset.run(undefined)}
      onEdit={save.reset}
    />
  )
}
