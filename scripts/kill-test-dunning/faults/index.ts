// What is wrong at the end of a moment, in sentences; nothing where each invoice due has its one notice and nothing else happened.
import { inTenant } from '../../../server/db/database.ts'
import { sentenceOfFinding, verifyTenant } from '../../../server/verify/index.ts'
import type { House } from '../house.ts'
import type { Part } from '../moment.ts'
import { booksFaults } from './books.ts'
import { letterFaults } from './letters.ts'
import { mailFaults } from './mails.ts'
import { noticeFaults } from './notices.ts'

/** Of one creditor; where much is wrong, the first tell enough. */
const MOST = 12

export async function faultsOf(house: House, parts: readonly Part[]): Promise<string[]> {
  const found: string[] = []
  for (const part of parts) {
    const { tenantId, name } = part.creditor
    const ofPart = await inTenant(house.ground().db, tenantId, async (trx) => [
      ...(await noticeFaults(trx, part)),
      ...(await booksFaults(trx, part)),
      ...(await letterFaults(trx, part)),
      ...(await mailFaults(trx, part, house.mailSink)),
    ])
    const findings = await verifyTenant(house.ground(), tenantId)
    const faults = [...ofPart, ...findings.map(sentenceOfFinding)]
    const more = faults.length > MOST ? [`and ${faults.length - MOST} more`] : []
    found.push(...[...faults.slice(0, MOST), ...more].map((fault) => `${name}: ${fault}`))
  }
  return found
}
