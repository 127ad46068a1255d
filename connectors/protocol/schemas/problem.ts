// Errors as problem details (RFC 9457). `type` is stable and says what happened; `class` says who can repair it.

import { z } from 'zod'
import { listOf } from './values.ts'

export const problem = z
  .object({
    type: z.string().min(1),
    title: z.string().min(1),
    status: z.int().min(400).max(599),
    class: z.enum(['field', 'business', 'contract', 'legal', 'technical']),
    detail: z.string().exactOptional(),
    errors: listOf(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }), 1000).exactOptional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.output<typeof problem>
