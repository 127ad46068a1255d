// Mahnwerk itself, and partners, acting inside one tenant: jobs, deliveries and news need no rights table.

import { type Actor, type Principal, SYSTEM } from './principal.ts'

export function systemPrincipal(tenantId: string, actor: Actor = SYSTEM): Principal {
  return { tenantId, actor, role: 'operator', rights: new Set(), practices: undefined }
}
