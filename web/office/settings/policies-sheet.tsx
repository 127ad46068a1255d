// Every policy: for whom it holds, how many customers have it as their own, and what can be done with it.

import type { DunningPolicies, DunningPolicyUse } from '@mahnwerk/client/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { useText, useTold } from '../../texts/index.ts'
import { Button, Dialog, ErrorState, Link, Sheet, Stack, StatusTag, toast } from '../../ui/index.ts'
import { useAct } from '../api/act.ts'
import { answer, api } from '../api/client.ts'
import styles from '../dunning/dunning.module.css'
import { paths } from '../paths.ts'

type Policy = DunningPolicies['policies'][number]

export function PoliciesSheet({ policies, mayWrite }: { policies: readonly Policy[]; mayWrite: boolean }) {
  const text = useDunningText()
  const [going, setGoing] = useState<Policy>()
  const use = useQuery({
    queryKey: ['dunning-policies', 'use'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/policies/use', { signal })),
  })
  const trouble = useTold(use.error)
  return (
    <Sheet
      title={text('policies.title')}
      lead={text('policies.lead')}
      actions={
        mayWrite ? (
          <Button small href={paths.policyNew()}>
            {text('policies.new')}
          </Button>
        ) : undefined
      }
    >
      <Stack tight>
        {trouble === undefined ? null : <ErrorState trouble={trouble} onRetry={() => void use.refetch()} />}
        {policies.length === 0 ? <p className="muted">{text('policies.none')}</p> : null}
        <ul className={styles.lettersOf}>
          {policies.map((policy) => (
            <Line
              key={policy.id}
              policy={policy}
              use={use.data?.uses.find(({ policyId }) => policyId === policy.id)}
              mayWrite={mayWrite}
              onDelete={() => setGoing(policy)}
            />
          ))}
        </ul>
      </Stack>
      {going === undefined ? null : <DeleteDialog policy={going} onClose={() => setGoing(undefined)} />}
    </Sheet>
  )
}

type LineProps = {
  readonly policy: Policy
  readonly use: DunningPolicyUse['uses'][number] | undefined
  readonly mayWrite: boolean
  readonly onDelete: () => void
}

function Line({ policy, use, mayWrite, onDelete }: LineProps) {
  const text = useDunningText()
  const { id, name, standard, audience, currency, steps } = policy
  const used = use?.debtors ?? 0
  const kept = standard ? text('policies.keptStandard') : used > 0 ? text.count('policies.keptUsed', used) : undefined
  return (
    <li>
      <Link href={paths.policy(id)}>{name}</Link>
      {standard ? <StatusTag tone="good">{text(`policies.standard.${audience}`)}</StatusTag> : null}
      <span className="small muted">
        {[
          ...(standard || audience === 'all' ? [] : [text(`policies.only.${audience}`)]),
          text.count('policies.steps', steps.length),
          currency,
          ...(used === 0 ? [] : [text.count('policies.used', used)]),
        ].join(' · ')}
      </span>
      <span className={styles.acts}>
        <Button small href={paths.policy(id)}>
          {text(mayWrite ? 'policies.edit' : 'policies.see')}
          <span className="hidden">: {name}</span>
        </Button>
        {mayWrite ? (
          <>
            <Button small href={paths.policyNew(id)}>
              {text('policies.copy')}
              <span className="hidden">: {name}</span>
            </Button>
            <Button small aria-label={text('policies.deleteOf', { name })} reason={kept} onClick={onDelete}>
              {text('policies.delete')}
            </Button>
          </>
        ) : null}
      </span>
    </li>
  )
}

function DeleteDialog({ policy: { id, name }, onClose }: { policy: Policy; onClose: () => void }) {
  const text = useDunningText()
  const common = useText()
  const remove = useAct(
    (which: string) => answer(api.DELETE('/api/v1/dunning/policies/{id}', { params: { path: { id: which } } })),
    ['dunning-policies'],
    () => {
      toast({ text: text('policies.deleted', { name }) })
      onClose()
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => remove.run(id)}
      title={text('policies.deleteTitle', { name })}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {common('ui.cancel')}
          </Button>
          <Button kind="stop" type="submit" busy={remove.busy}>
            {text('policies.delete')}
          </Button>
        </>
      }
    >
      <Stack tight>
        {remove.trouble === undefined ? null : <ErrorState trouble={remove.trouble} />}
        <p>{text('policies.deleteWords')}</p>
      </Stack>
    </Dialog>
  )
}
