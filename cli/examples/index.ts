// The jurisdictions whose worked examples can be run: a folder beside this file, and one line here.

import { type ExampleSet } from './example.ts'

export { type Answer, type Example, type ExampleSet } from './example.ts'

export const EXAMPLE_SETS: readonly ExampleSet[] = []
