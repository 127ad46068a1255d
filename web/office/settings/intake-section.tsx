import type { MailIntake } from '@mahnwerk/client/api'
import { day, instant } from '@mahnwerk/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useTold } from '../../texts/index.ts'
import { ErrorState, LoadingState, Sheet, toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { IntakeForm, type Mailbox } from './intake-form.tsx'
import type { MailTrial } from './mail-page.tsx'

export function IntakeSection() {
  const text = useText()
  const me = useMe()
  const intake = useQuery({
    queryKey: ['mail-intake'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/settings/mail-intake', { signal })),
  })
  const [trial, setTrial] = useState<MailTrial>()
  const save = useAct(
    ({ mailbox, password, told }: { mailbox: Mailbox; password: string | undefined; told: MailIntake }) =>
      answer(
        api.PUT('/api/v1/settings/mail-intake', {
          body: { ...bodyOf(mailbox, told), ...(password === undefined ? {} : { password }) },
        }),
      ),
    ['mail-intake', 'tasks'],
    () => {
      setTrial(undefined)
      toast({ text: text('settings.saved') })
    },
  )
  const tryOut = useAct(
    (_: undefined) => answer(api.POST('/api/v1/settings/mail-intake/test')),
    [],
    ({ outcome, ...words }) => setTrial({ ok: outcome === 'accepted', ...words }),
  )
  const reading = useTold(intake.error)
  const told = intake.data
  if (told === undefined)
    return (
      <Sheet>
        {reading === undefined ? (
          <LoadingState />
        ) : (
          <ErrorState trouble={reading} onRetry={() => void intake.refetch()} />
        )}
      </Sheet>
    )
  return (
    <IntakeForm
      key={told.version}
      mailbox={mailboxOf(told)}
      way={told.way}
      passwordKept={told.passwordKept}
      checkedAt={told.checkedAt === null ? undefined : instant(told.checkedAt)}
      failed={failedOf(told)}
      busy={save.busy}
      trouble={save.trouble ?? tryOut.trouble}
      mayWrite={me.may('settings.write')}
      trial={trial}
      trying={tryOut.busy}
      onSave={(mailbox, password) => save.run({ mailbox, password, told })}
      onTry={() => {
        setTrial(undefined)
        tryOut.run(undefined)
      }}
    />
  )
}

function mailboxOf({
  active,
  host,
  port,
  security,
  user,
  folder,
  afterwards,
  moveTo,
  takes,
  since,
}: MailIntake): Mailbox {
  const where = { active, host, port: String(port), security, user, folder }
  return { ...where, afterwards, moveTo: moveTo ?? '', takes, since: day(since) }
}

function failedOf({ trouble, answer: words }: MailIntake): MailTrial | undefined {
  if (trouble === null) return undefined
  const { title, detail } = trouble
  return { ok: false, title, detail, answer: words ?? '' }
}

/** Whose mailbox it is stays as it was. */
function bodyOf({ port, moveTo, since, ...mailbox }: Mailbox, { practiceId, version, since: before }: MailIntake) {
  const target = mailbox.afterwards === 'move' ? moveTo.trim() : null
  return { ...mailbox, port: Number(port), moveTo: target, since: since ?? before, practiceId, version }
}
