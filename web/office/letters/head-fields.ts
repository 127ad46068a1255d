// What the form of the letterhead holds, and whether it may be sent.

import type { Letterhead } from '@mahnwerk/client/api'
import { ACCENT_CONTRAST_MIN, contrastWithWhite, footRows } from '@mahnwerk/core/letters'

/** What the form holds; empty words are no value, `more` has a line each. */
export type HeadFields = {
  readonly accent: string
  readonly bank: string
  readonly register: string
  readonly directors: string
  readonly more: string
}

export const OUR_ACCENT = '#0d5560'

export function fieldsOf({ accent, bank, register, directors, more }: Letterhead): HeadFields {
  return {
    accent: accent ?? '',
    bank: bank ?? '',
    register: register ?? '',
    directors: directors ?? '',
    more: more.join('\n'),
  }
}

export function logoHref(head: Letterhead): string | undefined {
  return head.logo === null ? undefined : `/api/v1/settings/letterhead/logo?v=${head.logo.sha256}`
}

export function isSeen(accent: string): boolean {
  return accent === '' || (contrastWithWhite(accent) ?? 0) >= ACCENT_CONTRAST_MIN
}

export function linesOf(more: string): readonly string[] {
  return more
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function rowsOf({ register, directors, more }: HeadFields): number {
  return footRows([register, directors, ...linesOf(more)].filter((line) => line.trim() !== ''))
}
