// `npm start` is three processes: npm, a shell, and us. Stopping npm from outside (kill, a supervisor) ends the two above and
// does not reach us, so we look whether they are still there.
import { readFile } from 'node:fs/promises'

const LOOK_EVERY_MS = 500

/** Calls once when npm, which started us, is gone. Does nothing where a person or a supervisor started us directly. */
export async function whenLauncherEnds(listener: () => void): Promise<void> {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const shell = process.ppid
  const npm = await parentOf(shell)
  const timer = setInterval(() => {
    void parentOf(shell).then((now) => {
      if (process.ppid === shell && now === npm) return
      clearInterval(timer)
      listener()
    })
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** The fourth field of /proc/N/stat; the second, a name in parentheses, may itself hold spaces. */
async function parentOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[1]
}
