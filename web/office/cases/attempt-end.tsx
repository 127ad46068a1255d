// "Versuch beenden": an attempt binds nobody. What it has cost is said once the partner is told.

import { useEffect, useState } from 'react'
import { type Currency, minor } from '@mahnwerk/core/money'
import { useFormat, useText } from '../../texts/index.ts'
import { Button, Dialog, LongTextField, toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'

type Props = { readonly caseId: string; readonly partner: string; readonly currency: Currency }

export function AttemptEnd({ caseId, partner, currency }: Props) {
  const text = useText()
  const { money } = useFormat()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const end = useAct(
    (why: string) =>
      answer(
        api.POST('/api/v1/cases/{id}/recall', {
          params: { path: { id: caseId } },
          body: why === '' ? {} : { reason: why },
        }),
      ),
    ['case', 'cases', 'invoice', 'overview'],
    ({ feeMin, feeMax }) => {
      const fee = { min: money({ amount: minor(feeMin), currency }), max: money({ amount: minor(feeMax), currency }) }
      toast({
        text: feeMax === 0 ? text('attempt.endedFree', { partner }) : text('attempt.ended', { partner, ...fee }),
      })
    },
  )
  useEffect(() => {
    if (end.trouble !== undefined) toast({ text: `${end.trouble.title}. ${end.trouble.detail ?? ''}`, tone: 'warn' })
  }, [end.trouble])
  const close = (): void => setAsking(false)
  const send = (): void => {
    end.run(reason.trim())
    close()
  }
  return (
    <>
      <Button kind="quiet" busy={end.busy} onClick={() => setAsking(true)}>
        {text('attempt.end')}
      </Button>
      {asking ? (
        <Dialog
          open
          onClose={close}
          onSubmit={send}
          title={text('attempt.end')}
          lead={text('attempt.endLead', { partner })}
          actions={
            <>
              <Button kind="quiet" onClick={close}>
                {text('ui.cancel')}
              </Button>
              <Button kind="primary" type="submit">
                {text('attempt.end')}
              </Button>
            </>
          }
        >
          <LongTextField
            label={text('attempt.reason', { partner })}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Dialog>
      ) : null}
    </>
  )
}
