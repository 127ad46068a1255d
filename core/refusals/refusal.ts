// A refusal is the business saying no: a value with a stable code and the facts of the case, never an exception.
// The sentence for a person is made from code and facts in the reader's language, at the edge.

/** `repair` names where the cause can be mended, as a path inside the office. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly facts: Readonly<Record<string, string | number>>
  readonly repair?: string
}

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Code extends string>(
  code: Code,
  facts: Readonly<Record<string, string | number>> = {},
  repair?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: repair === undefined ? { code, facts } : { code, facts, repair } }
}

/** Closes a switch over a union: a member that was forgotten is a compile error, and at run time a broken assumption. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected member: ${JSON.stringify(value)}`)
}
