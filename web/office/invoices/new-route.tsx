import { useNavigate } from '@tanstack/react-router'
import { useText } from '../../texts/index.ts'
import { toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { dayOf } from '../api/money.ts'
import { type InvoiceInput, InvoiceNewPage } from './new-page.tsx'
import { STALE } from './mark-flow.tsx'

export default function InvoiceNewRoute() {
  const text = useText()
  const me = useMe()
  const navigate = useNavigate()
  const save = useAct(
    (input: InvoiceInput) => answer(api.POST('/api/v1/invoices', { body: bodyOf(input) })),
    STALE,
    ({ id, number }) => {
      toast({ text: text('new.saved', { number }) })
      void navigate({ to: '/rechnungen/$id', params: { id } })
    },
  )
  return (
    <InvoiceNewPage
      practices={me.practices}
      today={dayOf(me.today)}
      busy={save.busy}
      trouble={save.trouble}
      onSave={save.run}
    />
  )
}

function bodyOf({ debtor, practiceId, serviceDate, ...invoice }: InvoiceInput) {
  const { name, email, phone, ...address } = debtor
  return {
    ...invoice,
    practiceId,
    currency: 'EUR',
    debtor: { name, address, email: email.trim(), phone: phone.trim() },
    ...(serviceDate === undefined ? {} : { serviceDate }),
  }
}
