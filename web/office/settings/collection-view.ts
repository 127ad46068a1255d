// From when collection is suggested, and what leaves by itself: as the page edits it, and as the API keeps it.

import type { DunningSettings, DunningSettingsHistory } from '@mahnwerk/client/api'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import { type Minor, minor } from '@mahnwerk/core/money'

export type CollectionEdit = {
  readonly daysOverdue: number
  /** Absent: the last one of the policy. */
  readonly level?: number | undefined
  readonly leastOpen: Minor
  readonly automatic: boolean
  /** Ticked by who switches it on, never preset. */
  readonly declared: boolean
}

export type CollectionView = {
  readonly kept: CollectionEdit
  readonly policy: DunningPolicy
  readonly declaration?: { readonly who: string; readonly at: string } | undefined
  /** Absent: this person may not see it. */
  readonly history?: DunningSettingsHistory['entries'] | undefined
}

export function editOf(settings: DunningSettings): CollectionEdit {
  return {
    daysOverdue: settings.thresholdDays,
    level: settings.thresholdLevel ?? undefined,
    leastOpen: minor(settings.thresholdOpen),
    automatic: settings.automaticHandover,
    declared: false,
  }
}

/** The body of a change; what a person declared goes along only where something begins. */
export function changeOf(edit: CollectionEdit, before: CollectionEdit) {
  return {
    thresholdDays: edit.daysOverdue,
    thresholdLevel: edit.level ?? null,
    thresholdOpen: edit.leastOpen,
    automaticHandover: edit.automatic,
    ...(begins(edit, before) && edit.declared ? { declared: true as const } : {}),
  }
}

export function begins(edit: CollectionEdit, before: CollectionEdit): boolean {
  return edit.automatic && !before.automatic
}
