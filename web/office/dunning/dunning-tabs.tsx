import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { Tabs } from '../../ui/index.ts'
import { paths } from '../paths.ts'

/** The two lists of "Mahnungen": what was written, and what is ripe for more. */
export function DunningTabs({ current }: { current: 'schreiben' | 'vorschlaege' | 'sperren' | 'laeufe' }) {
  const text = useDunningText()
  const tabs = [
    { id: 'schreiben', label: text('tab.letters'), href: paths.notices() },
    { id: 'vorschlaege', label: text('tab.suggestions'), href: paths.suggestions },
    { id: 'sperren', label: text('tab.holds'), href: paths.holds() },
    { id: 'laeufe', label: text('tab.runs'), href: paths.dunningRuns },
  ]
  return <Tabs tabs={tabs} current={current} label={text('tab.label')} />
}
