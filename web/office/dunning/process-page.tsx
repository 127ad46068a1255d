// So läuft das Mahnwesen: the whole way from the due day to collection, with the creditor's own steps where they are known.

import type { DunningPolicy } from '@mahnwerk/core/dunning'
import type { DunningKey } from '../../texts/dunning/dunning-text.ts'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, Columns, PageHead, Sheet, Stack } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import styles from './dunning.module.css'
import { PolicyLine } from './policy-line.tsx'

const CHAPTERS = {
  way: ['process.way.1', 'process.way.2', 'process.way.3', 'process.way.4'],
  run: ['process.run.1', 'process.run.2', 'process.run.3', 'process.run.4', 'process.run.5'],
  stop: ['process.stop.1', 'process.stop.2', 'process.stop.3', 'process.stop.4'],
  costs: ['process.costs.1', 'process.costs.2', 'process.costs.3'],
} as const satisfies Record<string, readonly DunningKey[]>

type Chapter = keyof typeof CHAPTERS

/** One thing after the other. */
const IN_ORDER = ['way', 'run'] as const satisfies readonly Chapter[]
const BESIDE = ['stop', 'costs'] as const satisfies readonly Chapter[]

function ChapterSheet({ chapter }: { chapter: Chapter }) {
  const text = useDunningText()
  const lines = CHAPTERS[chapter].map((key) => <li key={key}>{text(key)}</li>)
  return (
    <Sheet title={text(`process.${chapter}`)}>
      {IN_ORDER.some((each) => each === chapter) ? (
        <ol className={styles.steps}>{lines}</ol>
      ) : (
        <ul className={styles.steps}>{lines}</ul>
      )}
    </Sheet>
  )
}

export function ProcessPage({ policy, maySet }: { policy: DunningPolicy | undefined; maySet: boolean }) {
  const text = useDunningText()
  const common = useText()
  return (
    <>
      <PageHead
        crumbs={[{ label: common('help.title'), href: paths.help() }, { label: text('process.title') }]}
        title={text('process.title')}
        lead={text('process.lead')}
      />
      <Stack>
        {policy === undefined ? null : (
          <Sheet title={text('process.yours')}>
            <PolicyLine policy={policy} />
          </Sheet>
        )}
        <Columns even>
          {[IN_ORDER, BESIDE].map((chapters) => (
            <Stack key={chapters[0]}>
              {chapters.map((chapter) => (
                <ChapterSheet key={chapter} chapter={chapter} />
              ))}
            </Stack>
          ))}
        </Columns>
        <Sheet title={text('process.links')}>
          <div className={styles.rest}>
            <Button href={paths.dunningPreview()}>{text('toPreview')}</Button>
            <Button href={paths.notices()}>{text('title')}</Button>
            {maySet ? <Button href={paths.settings('mahnwesen')}>{text('policy')}</Button> : null}
            <Button kind="quiet" href={paths.help('mahnlauf')}>
              {common('help.title')}
            </Button>
          </div>
        </Sheet>
      </Stack>
    </>
  )
}
