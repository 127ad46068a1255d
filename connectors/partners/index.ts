// The partners that can be spoken to. To add one: a folder beside this with the same file names, and one line here.

import { mahnwerk } from './mahnwerk/index.ts'
import type { Partner } from './partner.ts'

export { partnerConformance } from './partner.conformance.ts'
export type {
  Partner,
  PartnerConnection,
  PartnerFake,
  PartnerSettings,
  PartnerWorld,
  WebhookRefusal,
} from './partner.ts'

export const PARTNERS: readonly Partner[] = [mahnwerk]

export function partnerOf(key: string): Partner | undefined {
  return PARTNERS.find((partner) => partner.key === key)
}
