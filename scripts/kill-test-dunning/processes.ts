// Processes as Linux shows them.
import { readFile } from 'node:fs/promises'

/** SIGKILL for a process and those that it started, all at once: as when the power goes. */
export async function killWithChildren(pid: number): Promise<void> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  for (const each of [pid, ...children.split(' ').filter(Boolean).map(Number)]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // it ended by itself meanwhile
    }
  }
}
