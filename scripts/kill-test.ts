// `node scripts/kill-test.ts [--moments 50] [--seed 1]`: kills the server at seeded moments while programs hand claims over
// and record payments, starts it again, and holds what was confirmed against the partner's books. Exit code 0 only if
// nothing was lost and nothing happened twice.
import { KILL_TEST } from './kill-test/index.ts'
import { runFromTerminal } from './killing/terminal.ts'

await runFromTerminal(KILL_TEST, 50)
