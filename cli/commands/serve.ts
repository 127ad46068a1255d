// `mahnwerk serve`: the server without anything invented. It runs until SIGTERM or Ctrl-C.

import { runScript } from '../script.ts'
import type { Run } from '../command.ts'

export const run: Run = (args) => runScript('server/main.ts', args)
