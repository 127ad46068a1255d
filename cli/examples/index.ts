// The jurisdictions whose worked examples can be run: a folder beside this file, and one line here.

import { AUSTRIAN_EXAMPLES } from './at/index.ts'
import { SWISS_EXAMPLES } from './ch/index.ts'
import { type ExampleSet } from './example.ts'
import { GERMAN_EXAMPLES } from './de/index.ts'
import { NETHERLANDS_EXAMPLES } from './nl/index.ts'

export { type Example, type ExampleSet } from './example.ts'

export const EXAMPLE_SETS: readonly ExampleSet[] = [
  AUSTRIAN_EXAMPLES,
  GERMAN_EXAMPLES,
  NETHERLANDS_EXAMPLES,
  SWISS_EXAMPLES,
]
