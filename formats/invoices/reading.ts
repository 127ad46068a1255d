// What all syntaxes need when they fill the model: leaving out what is not there, and the cash discount that
// XRechnung writes into the terms of payment.

import { type ReadAddress, type ReadPeriod, type ReadSkonto } from './invoice.ts'

/** The given fields without those that are undefined; undefined where none is left. */
export function present<Fields extends object>(fields: Fields): Present<Fields> | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined)
  // Only keys with a value are kept, which is what Present says.
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Present<Fields>)
}

/** As present(), for objects that also have fields that are always there. */
export function withoutGaps<Fields extends object>(fields: Fields): Present<Fields> {
  // Only keys with a value are kept, which is what Present says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>
}

type Present<Fields> = {
  [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>
} & { [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key] }

export function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}

export function addressOf(fields: {
  readonly street: string | undefined
  readonly extras: readonly string[]
  readonly postCode: string | undefined
  readonly city: string | undefined
  readonly country: string | undefined
}): ReadAddress | undefined {
  const { extras, ...rest } = fields
  return present({ ...rest, extra: extras.length === 0 ? undefined : extras.join(', ') })
}

export function periodOf(from: string | undefined, to: string | undefined): ReadPeriod | undefined {
  return present({ from, to })
}

// The lines that rule BR-DE-18 of XRechnung allows; any other text is terms for people only.
const SKONTO = /^#SKONTO#TAGE=(\d+)#PROZENT=(\d+\.\d{2})(?:#BASISBETRAG=(-?\d+\.\d{2}))?#\s*$/gm

export function skontoIn(terms: readonly string[]): ReadSkonto[] {
  return terms.flatMap((text) =>
    [...text.matchAll(SKONTO)].map(([, days, percent = '', base]) =>
      base === undefined ? { days: Number(days), percent } : { days: Number(days), percent, base },
    ),
  )
}

// Kinds of documents of UNTDID 1001 in which the seller owes the amount.
const CREDIT_CODES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'])

export function isCreditCode(typeCode: string | undefined): boolean {
  return typeCode !== undefined && CREDIT_CODES.has(typeCode)
}
