// A filter is a sentence in three words: field, operator, value. In an address it reads "days.gt.20".

import type { ReactNode } from 'react'

export type Filter = { readonly field: string; readonly operator: string; readonly value: string }

export type FilterKind = 'number' | 'amount' | 'day' | 'text' | 'choice'

export type FilterField = {
  readonly id: string
  /** Begins the sentence: "überfällig seit". */
  readonly label: string
  readonly kind: FilterKind
  readonly operators: readonly { readonly id: string; readonly label: string }[]
  /** The value as the sentence ends: "20 Tagen". */
  readonly write: (value: string) => ReactNode
  /** Required for the kind `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly unit?: string
}

export function filterToText(filter: Filter): string {
  return `${filter.field}.${filter.operator}.${filter.value}`
}

/** Undefined where the text is no filter on one of the fields: an address typed by hand may say anything. */
export function filterFromText(
  text: string,
  fields: readonly Pick<FilterField, 'id' | 'operators'>[],
): Filter | undefined {
  const [, field, operator, value] = /^(\w+)\.(\w+)\.(.+)$/.exec(text) ?? []
  if (field === undefined || operator === undefined || value === undefined) return undefined
  const known = fields.find((candidate) => candidate.id === field)
  return known?.operators.some((candidate) => candidate.id === operator) === true
    ? { field, operator, value }
    : undefined
}
