// The jurisdictions whose worked examples can be run: a folder beside this file, and one line here.

import { type ExampleSet } from './example.ts'
import { NETHERLANDS_EXAMPLES } from './nl/index.ts'

export { type Answer, type Example, type ExampleSet } from './example.ts'

export const EXAMPLE_SETS: readonly ExampleSet[] = [NETHERLANDS_EXAMPLES]
