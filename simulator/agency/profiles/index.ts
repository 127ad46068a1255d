// The agencies that can be pretended. To add one: a file beside this, and one line here.

import type { AgencyProfile } from '../profile.ts'
import { kranich } from './kranich.ts'

export const PROFILES: readonly AgencyProfile[] = [kranich]

export function profileOf(key: string): AgencyProfile | undefined {
  return PROFILES.find((one) => one.key === key)
}
