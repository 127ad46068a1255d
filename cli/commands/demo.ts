// `mahnwerk demo`: what `npm start` does.

import { runScript } from '../script.ts'
import type { Run } from '../command.ts'

export const run: Run = (args) => runScript('scripts/start.ts', args)
