// What no answer to a stranger may contain: the words and numbers planted in A, and every id of its rows.

import { tenantTables } from './fingerprint.ts'
import { AMOUNT, type House, WORD } from './house.ts'

export type Secret = { readonly words: readonly string[]; readonly ids: ReadonlySet<string> }

const NUMBERS = [String(AMOUNT), '76543.21', '76.543,21', '76543,21']

/** Everything of the tenant. */
export async function secretOfTenant(house: House): Promise<Secret> {
  return {
    words: [`${WORD}T`, `${WORD}P`, ...NUMBERS],
    ids: new Set([house.a.tenantId, ...(await idsIn(house, 'true'))]),
  }
}

/** What belongs to the first practice alone, for somebody of the second. */
export async function secretOfPractice(house: House): Promise<Secret> {
  const [first] = house.a.practices
  const about = `(to_jsonb(t)->>'practice_id' = '${first}' OR to_jsonb(t)->>'invoice_id' IN (${FIRST(first)})
    OR to_jsonb(t)->>'case_id' IS NOT NULL OR to_jsonb(t)->>'stream_id' IN (${FIRST(first)}))`
  return { words: [`${WORD}P`, ...NUMBERS], ids: new Set([first, ...(await idsIn(house, about))]) }
}

const FIRST = (practice: string) => `SELECT id::text FROM invoices WHERE practice_id = '${practice}'`

async function idsIn({ owner, a }: House, condition: string): Promise<string[]> {
  const ids: string[] = []
  for (const table of await tenantTables(owner)) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE tenant_id = $1 AND ${condition}`,
      [a.tenantId],
    )
    ids.push(...rows.map(({ row }) => row['id']).filter((id) => typeof id === 'string'))
  }
  return ids
}

/** What of it is in a text. */
export function found({ words, ids }: Secret, text: string): string[] {
  const lower = text.toLowerCase()
  const inText = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi) ?? []
  return [
    ...words.filter((word) => lower.includes(word.toLowerCase())),
    ...inText.filter((id) => ids.has(id.toLowerCase())),
  ]
}
