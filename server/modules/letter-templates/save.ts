// Words are saved as a new version, after they were held against the law and set once for trial; or ours come back, which is a
// version, too.

import type { DunningTemplate } from '@mahnwerk/core/letters'
import { lockTenant, recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { refusalOf } from './judge.ts'
import { type Creditor, loadCreditor } from './law.ts'
import { assertPrintable } from './probe.ts'
import { addVersion, versionsOf } from './store.ts'
import type { Which } from './which.ts'
import { sameWords, standardWords, tidy } from './words.ts'

export type WantedTemplate = {
  readonly words: DunningTemplate
  /** The version that the words were made on; 0 where there was none. */
  readonly version: number
  /** Also for the other audience. */
  readonly both: boolean
}

/** Refuses words that lose something, and where somebody saved others since `version` was read. */
export async function saveTemplate(
  context: Context,
  which: Which,
  wanted: WantedTemplate,
  locale: Locale,
): Promise<void> {
  const creditor = await loadCreditor(context)
  const words = tidy(wanted.words)
  const letters = wanted.both ? bothOf(which) : [which]
  for (const each of letters) {
    const refusal = refusalOf(words, { which: each, law: creditor.law, on: context.today, locale })
    if (refusal !== undefined) throw refusal
  }
  await assertPrintable(Object.values(words))
  await lockTenant(context.trx, context.tenantId)
  await expectVersion(context, creditor, which, wanted.version)
  for (const each of letters) await put(context, creditor, each, words)
}

/** Ours come back. Nothing happens where they are in force already. */
export async function resetTemplate(context: Context, which: Which): Promise<void> {
  const creditor = await loadCreditor(context)
  await lockTenant(context.trx, context.tenantId)
  await put(context, creditor, which, null)
}

function bothOf(which: Which): readonly Which[] {
  return [which, { ...which, audience: which.audience === 'consumer' ? 'business' : 'consumer' }]
}

async function expectVersion(context: Context, { law }: Creditor, which: Which, version: number): Promise<void> {
  const [newest] = await versionsOf(context, law.country.code, which)
  if ((newest?.version ?? 0) !== version) throw refused('version_conflict', {}, { status: 409 })
}

async function put(context: Context, { law }: Creditor, which: Which, words: DunningTemplate | null): Promise<void> {
  const country = law.country.code
  const [newest] = await versionsOf(context, country, which)
  const before = newest?.words ?? standardWords(which)
  if (words === null ? (newest?.words ?? null) === null : sameWords(before, words)) return
  const version = (newest?.version ?? 0) + 1
  await addVersion(context, country, which, { version, words })
  const { language, kind, audience } = which
  await recordForTenant(context, {
    type: words === null ? 'letter_template_reset' : 'letter_template_saved',
    data: { country, language, kind, audience, version, from: before, to: words ?? standardWords(which) },
  })
}
