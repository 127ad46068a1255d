// Who changed the threshold and what leaves by itself, from which value to which.

import { instant } from '@mahnwerk/core/calendar'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import { minor } from '@mahnwerk/core/money'
import type { DunningSettingsHistory } from '@mahnwerk/client/api'
import { type CollectionText, useCollectionText } from '../../texts/collection/collection-text.ts'
import { type DunningText, useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Format, useFormat } from '../../texts/index.ts'
import { Sheet, Timeline } from '../../ui/index.ts'
import { levelWords } from '../dunning/dunning-words.ts'

type Entries = DunningSettingsHistory['entries']
type Change = Entries[number]['changes'][number]

export function CollectionHistory({ entries, policy }: { readonly entries: Entries; readonly policy: DunningPolicy }) {
  const text = useCollectionText()
  const dunning = useDunningText()
  const format = useFormat()
  const words = { text, dunning, format, policy }
  return (
    <Sheet title={text('history')}>
      {entries.length === 0 ? (
        <p className="muted">{text('historyNone')}</p>
      ) : (
        <Timeline
          entries={entries.map(({ id, at, by, changes }) => ({
            id,
            at: { moment: instant(at) },
            text: changes.map((change) => sentence(change, words)).join('; '),
            note: text('changedBy', { who: by }),
          }))}
        />
      )}
    </Sheet>
  )
}

type Words = {
  readonly text: CollectionText
  readonly dunning: DunningText
  readonly format: Format
  readonly policy: DunningPolicy
}

const FIELDS = ['automatic', 'thresholdDays', 'thresholdLevel', 'thresholdOpen', 'automaticHandover'] as const

function sentence({ field, from, to }: Change, words: Words): string {
  const known = FIELDS.find((one) => one === field)
  const named = known === undefined ? field : words.text(`field.${known}`)
  return words.text('change', { field: named, from: valueWords(field, from, words), to: valueWords(field, to, words) })
}

function valueWords(field: string, value: Change['to'], { text, dunning, format, policy }: Words): string {
  if (typeof value === 'boolean') return text(value ? 'on' : 'off')
  if (value === null) return text('last')
  if (field === 'thresholdOpen') return format.money({ amount: minor(value), currency: policy.currency })
  return field === 'thresholdLevel' ? levelWords(value, dunning, false) : text.count('dayCount', value)
}
