// Files: each blob is what its hash says, each document of an invoice or case belongs to one that is there.

import { sql } from 'kysely'
import type { Check } from '../check.ts'

export const DOCUMENT_CHECKS: readonly Check[] = [
  {
    code: 'blob_changed',
    differences: (tenantId) => sql`
      SELECT encode(sha256, 'hex') AS sha256 FROM blobs
      WHERE tenant_id = ${tenantId} AND (sha256(content) <> sha256 OR length(content) <> size)`,
  },
  {
    code: 'document_lost',
    differences: (tenantId) => sql`
      SELECT d.name FROM documents d
        LEFT JOIN invoices i ON i.tenant_id = d.tenant_id AND i.id = d.invoice_id
        LEFT JOIN cases c ON c.tenant_id = d.tenant_id AND c.id = d.case_id
      WHERE d.tenant_id = ${tenantId} AND ((d.invoice_id IS NOT NULL AND i.id IS NULL)
        OR (d.case_id IS NOT NULL AND c.id IS NULL))`,
  },
]
