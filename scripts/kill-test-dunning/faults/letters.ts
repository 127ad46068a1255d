// Each notice has one letter, no letter is without a notice, and each is kept under the hash of its bytes, which is what a reader gets.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '../../../server/db/database.ts'
import type { Part } from '../moment.ts'

const SAMPLE = 3

export async function letterFaults(trx: Trx, { creditor, before }: Part): Promise<string[]> {
  const { tenantId, ask } = creditor
  const { rows } = await sql<{
    id: string
    letters: number
    trouble: string | null
    sha256: string
    bytes: string | null
  }>`
    SELECT n.id, n.trouble, (SELECT count(*)::int FROM notices s WHERE s.tenant_id = n.tenant_id AND s.document_id = n.document_id) AS letters,
      encode(d.sha256, 'hex') AS sha256, encode(sha256(b.content), 'hex') AS bytes
    FROM notices n LEFT JOIN documents d ON d.tenant_id = n.tenant_id AND d.id = n.document_id
    LEFT JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
    WHERE n.tenant_id = ${tenantId} AND n.run_id <> ALL (${before}::uuid[]) ORDER BY n.id`.execute(trx)
  const faults = rows.flatMap(({ id, letters, trouble, sha256, bytes }) => {
    if (trouble !== null) return [`notice ${id} has no letter: ${trouble}`]
    return letters === 1 && sha256 === bytes
      ? []
      : [`notice ${id}: ${letters} letters, kept as ${sha256}, bytes ${bytes}`]
  })
  const { rows: loose } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM documents d WHERE d.tenant_id = ${tenantId} AND d.kind = 'dunning_letter'
      AND NOT EXISTS (SELECT FROM notices n WHERE n.tenant_id = d.tenant_id AND n.document_id = d.id)`.execute(trx)
  if (loose[0]?.count !== 0) faults.push(`${loose[0]?.count} letters of no notice`)
  const step = Math.max(1, Math.floor(rows.length / SAMPLE))
  for (const { id, sha256 } of rows.filter((_, index) => index % step === 0)) {
    const { bytes } = await ask('GET', `/notices/${id}/letter.pdf`)
    const told = createHash('sha256').update(bytes).digest('hex')
    if (told !== sha256) faults.push(`notice ${id}: a reader gets ${told}, kept is ${sha256}`)
  }
  return faults
}
