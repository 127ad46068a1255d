// Sets the letters of notices: a portion is locked, set by the pool of threads, and kept with its mails in one transaction, so
// that each notice has one letter and one mail, whoever dies meanwhile. Any number of processes share the work: what one has
// locked the others pass over. A letter that cannot be set says why on its notice, and waits for a person.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { type DunningLetterFacts, type Letter, dunningLetterOf } from '@mahnwerk/core/letters'
import { systemPrincipal } from '../../auth/system.ts'
import type { Database } from '../../db/database.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import type { JobDefinition, Jobs } from '../../jobs/index.ts'
import { UnprintableError, renderLetter } from '../../letters/index.ts'
import { addDocument, keepBlob } from '../documents/index.ts'
import { queueMails } from '../mail/index.ts'
import { letterFileName } from './file-name.ts'
import { mailOfNotice } from './mail.ts'
import { type LetterOffice, letterFacts, openOffice, whichLetter } from './office.ts'
import { type StoredNotice, loadStored } from './stored.ts'

export type LettersJob = { readonly tenantId: string }

export const SET_LETTERS: JobDefinition<LettersJob> = {
  name: 'set-letters',
  payload: z.object({ tenantId: z.uuid() }),
}

/** Looks for notices without their letter: each minute, and so soon after a start. */
export const FIND_UNSET_LETTERS: JobDefinition<Record<string, never>> = {
  name: 'find-unset-letters',
  payload: z.record(z.string(), z.never()),
  cron: '* * * * *',
}

/** About a second of work, for which a connection and the locks of so many notices are held. */
const AT_ONCE = 100

/** Sets every letter of a creditor that is not set yet. */
export async function setLetters(ground: Ground, { tenantId }: LettersJob): Promise<void> {
  let done = AT_ONCE
  while (done === AT_ONCE)
    done = await inContext(ground, systemPrincipal(tenantId), async (context) =>
      setPortion(context, await lockUnset(context)),
    )
}

/** Sets one letter now, for somebody who wants to see it; waits where another is at it. */
export async function setLetter(ground: Ground, tenantId: string, noticeId: string): Promise<void> {
  await inContext(ground, systemPrincipal(tenantId), async (context) => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM notices WHERE tenant_id = ${tenantId} AND id = ${noticeId} AND document_id IS NULL AND trouble IS NULL
      FOR UPDATE`.execute(context.trx)
    await setPortion(
      context,
      rows.map(({ id }) => id),
    )
  })
}

/** A run that is still writing has the machine to itself: its letters are set when it ends. */
export async function findUnsetLetters(workerDb: Database, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const { rows } = await sql<LettersJob>`
    SELECT DISTINCT n.tenant_id AS "tenantId" FROM notices n WHERE n.document_id IS NULL AND n.trouble IS NULL
      AND NOT EXISTS (SELECT FROM dunning_runs r WHERE r.tenant_id = n.tenant_id AND r.state = 'running')`.execute(
    workerDb,
  )
  for (const job of rows) await jobs.send(SET_LETTERS, job, job.tenantId)
}

async function setPortion(context: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const office = await openOffice(context)
  const notices = await loadStored(context, ids)
  const tried = await Promise.all(notices.map((notice) => setOne(notice, letterFacts(notice, office))))
  const mails = []
  for (const { notice, outcome } of tried) {
    if (!outcome.ok) {
      await note(context, notice.id, outcome.trouble)
      continue
    }
    const documentId = await keep(context, notice, office, outcome.set)
    const mail = mailOfNotice(notice, outcome.set.letter, office, documentId)
    if (mail !== undefined) mails.push(mail)
  }
  await queueMails(context, mails)
  return ids.length
}

async function lockUnset({ trx, tenantId }: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM notices WHERE tenant_id = ${tenantId} AND document_id IS NULL AND trouble IS NULL
    ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`.execute(trx)
  return rows.map(({ id }) => id)
}

type SetLetter = { readonly letter: Letter; readonly bytes: Uint8Array }
type Outcome = { readonly ok: true; readonly set: SetLetter } | { readonly ok: false; readonly trouble: string }
type Tried = { readonly notice: StoredNotice; readonly outcome: Outcome }

async function setOne(notice: StoredNotice, facts: ReturnType<typeof letterFacts>): Promise<Tried> {
  if (!facts.ok) return { notice, outcome: { ok: false, trouble: facts.refusal.code } }
  return { notice, outcome: await setFacts(facts.value) }
}

// One letter that cannot be set must not hold up the other ninety-nine.
async function setFacts(facts: DunningLetterFacts): Promise<Outcome> {
  try {
    const letter = dunningLetterOf(facts)
    return { ok: true, set: { letter, bytes: await renderLetter(letter) } }
  } catch (error) {
    if (error instanceof UnprintableError) return { ok: false, trouble: `unprintable: ${error.text}` }
    if (error instanceof RangeError) return { ok: false, trouble: error.message }
    throw error
  }
}

async function note({ trx, tenantId }: Context, id: string, trouble: string): Promise<void> {
  await sql`
    UPDATE notices SET trouble = ${trouble}, state = 'failed' WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
}

/** Keeps the letter unchanged, by the hash of its bytes, with the versions that it was set with. Returns the document's id. */
async function keep(
  context: Context,
  notice: StoredNotice,
  office: LetterOffice,
  { letter, bytes }: SetLetter,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest()
  await keepBlob(context, bytes, sha256)
  const documentId = await addDocument(context, {
    sha256,
    kind: 'dunning_letter',
    name: letterFileName(letter, notice),
    mediaType: 'application/pdf',
    practiceId: notice.practiceId,
  })
  await sql`
    UPDATE notices SET document_id = ${documentId},
      template_id = ${office.templates.of(whichLetter(notice, office))?.id ?? null}, letterhead_id = ${office.letterheadId}
    WHERE tenant_id = ${context.tenantId} AND id = ${notice.id} AND document_id IS NULL`.execute(context.trx)
  return documentId
}
