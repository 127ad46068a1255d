// A worked example: inputs, and what a publisher, a court or a careful hand says must come out. Each country reads the inputs of
// its categories with a schema and answers with figures of the same names; what no schema takes is unsupported, never passed.

import type { z } from 'zod'

export type Example = {
  readonly id: string
  readonly category: string
  readonly inputs: unknown
  readonly expected: Readonly<Record<string, unknown>>
  readonly confidence?: 'high' | 'medium' | 'low'
}

/** Figures under the names that the example expects; whole trees are compared by the expected keys. */
export type Answer = Readonly<Record<string, unknown>>

export type Category = (inputs: unknown) => Answer | 'unsupported'

/** The categories of one jurisdiction, by the names that its examples use. */
export type ExampleSet = { readonly jurisdiction: string; readonly categories: Readonly<Record<string, Category>> }

/** A category: inputs that the schema takes are answered, others are unsupported. Several shapes are several of these. */
export function category<Schema extends z.ZodType>(
  schema: Schema,
  answer: (inputs: z.infer<Schema>) => Answer,
): Category {
  return (inputs) => {
    const read = schema.safeParse(inputs)
    return read.success ? answer(read.data) : 'unsupported'
  }
}

/** The first of several shapes that takes the inputs. */
export function anyOf(...shapes: readonly Category[]): Category {
  return (inputs) => {
    for (const shape of shapes) {
      const answer = shape(inputs)
      if (answer !== 'unsupported') return answer
    }
    return 'unsupported'
  }
}
