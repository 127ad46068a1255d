// What stands against handing a claim over as it is, asked of the same rules as the handover itself.

import { prepareHandover } from '@mahnwerk/core/handover'
import type { Refusal } from '@mahnwerk/core/refusals'
import { type Context, type RefusalCode, Refused } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { gather } from './gather.ts'

/** In the order in which a person would mend them; none where nothing stands against it. */
export async function objectionsTo(context: Context, invoice: Invoice): Promise<readonly Refusal<RefusalCode>[]> {
  try {
    const { given } = await gather(context, invoice, invoice.id)
    return prepareHandover(given, {}).blockers
  } catch (error) {
    // Without a partner there is nobody to ask for.
    if (error instanceof Refused && error.refusal.code === 'no_partner') return [error.refusal]
    throw error
  }
}
