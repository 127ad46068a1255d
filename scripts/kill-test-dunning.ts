// `node scripts/kill-test-dunning.ts [--moments 30] [--from 1] [--seed 1]`: kills the server, and in some moments its database, at
// seeded moments of dunning runs: before a chunk, in it, between two, while letters are set, mails sent, letters printed, a run paused
// or stopped. Holds what is there in the end against the list before. Exit code 0 only if each invoice due has one notice and no more.
import { DUNNING_KILL_TEST } from './kill-test-dunning/index.ts'
import { runFromTerminal } from './killing/terminal.ts'

await runFromTerminal(DUNNING_KILL_TEST, 30)
