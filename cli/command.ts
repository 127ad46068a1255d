// What a command of the terminal is: a file in commands/ that exports `run`, and a line in the table in main.ts.

export type Terminal = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Does the command and answers with the exit code: 0 only if nothing failed, 2 where it was called wrongly. */
export type Run = (args: readonly string[], terminal: Terminal) => Promise<number>

export type Command = {
  readonly usage: string
  readonly summary: string
  readonly load: () => Promise<{ readonly run: Run }>
}
