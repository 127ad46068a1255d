// What goes by post: one file with a control list before the letters. Whoever takes it has them printed.

import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText } from '../../texts/index.ts'
import { Button, Dialog, ErrorState, Stack } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { openPdf } from '../api/open-pdf.ts'
import styles from './print-pool.module.css'

/** What one file holds at most. */
const AT_ONCE = 500

export function PrintPool() {
  const text = useDunningText()
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const pool = useQuery({
    queryKey: ['print-pool'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/print-pool', { signal })),
  })
  const count = pool.data?.count ?? 0
  if (count === 0 || !me.may('invoices.write')) return null
  return (
    <>
      <Button icon={<IconPrinter aria-hidden />} onClick={() => setAsking(true)}>
        {text.count('print.open', count)}
      </Button>
      {asking ? <PrintDialog count={Math.min(count, AT_ONCE)} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function PrintDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const text = useDunningText()
  const common = useText()
  const [bothSides, setBothSides] = useState(true)
  const print = useAct(
    (sides: 'one' | 'two') =>
      openPdf(api.POST('/api/v1/dunning/print-pool/print', { body: { sides }, parseAs: 'blob' })),
    ['print-pool', 'notices', 'invoice-dunning'],
    onClose,
  )
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => print.run(bothSides ? 'two' : 'one')}
      title={text('print.title')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button kind="primary" type="submit" busy={print.busy}>
            {text('print.act')}
          </Button>
        </>
      }
    >
      <Stack tight>
        {print.trouble === undefined ? null : <ErrorState trouble={print.trouble} />}
        <p>{text.count('print.words', count)}</p>
        <label className={styles.tick}>
          <input type="checkbox" checked={bothSides} onChange={({ target }) => setBothSides(target.checked)} />
          {text('print.sides')}
          <small>{text('print.sidesHelp')}</small>
        </label>
        <p className="muted">{text('print.after')}</p>
      </Stack>
    </Dialog>
  )
}
