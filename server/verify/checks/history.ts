// The histories: each stream without gap, each hash right, and as long as its owner says.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const HISTORY_CHECKS: readonly Check[] = [
  {
    code: 'history_gap',
    differences: (tenantId) => sql`
      SELECT stream, stream_id AS id, max(version) AS last, count(*) AS events FROM events
      WHERE tenant_id = ${tenantId} GROUP BY stream, stream_id HAVING max(version) <> count(*)`,
  },
  {
    // The bytes of hashEvent (server/events/append.ts), put together by the database.
    code: 'history_changed',
    differences: (tenantId) => sql`
      SELECT stream, stream_id AS id, min(version) AS version FROM (
        SELECT stream, stream_id, version, hash,
          sha256(coalesce(lag(hash) OVER (PARTITION BY stream, stream_id ORDER BY version), decode(repeat('00', 32), 'hex'))
            || convert_to(concat_ws(E'\n', tenant_id, id, stream, stream_id, version, type, data, actor,
              ${isoText('occurred_at')}, ${isoText('recorded_at')}), 'UTF8')) AS expected
        FROM events WHERE tenant_id = ${tenantId}) hashed
      WHERE hash <> expected GROUP BY stream, stream_id`,
  },
  ownerCheck('invoice', 'invoices'),
  ownerCheck('case', 'cases'),
  ownerCheck('debtor', 'debtors'),
]

function isoText(column: string) {
  return sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

// A history that was cut off at its end has no gap; the owner's version tells. Events without an owner tell the opposite.
function ownerCheck(stream: string, table: string): Check {
  return {
    code: 'history_length',
    differences: (tenantId) => sql`
      SELECT ${stream}::text AS stream, coalesce(o.id, e.id) AS id, o.version AS told, e.version AS found
      FROM (SELECT id, version FROM ${sql.table(table)} WHERE tenant_id = ${tenantId}) o
        FULL JOIN (SELECT stream_id AS id, max(version) AS version FROM events
          WHERE tenant_id = ${tenantId} AND stream = ${stream} GROUP BY stream_id) e ON e.id = o.id
      WHERE o.version IS DISTINCT FROM e.version`,
  }
}
