// The simulator as a process. SIMULATOR_CONTROL_TOKEN guards /control; SIMULATOR_PORT (0 for any free one, the default)
// and SIMULATOR_HOST (127.0.0.1) say where; SIMULATOR_JOURNAL names the file that lets it survive a restart. With
// SIMULATOR_EXIT_WITH_PARENT=1 it ends when its standard input does. With SIMULATOR_SMTP_PORT and SIMULATOR_IMAP_PORT it also
// keeps a post office, whose mailboxes the control token opens. The first line it prints is {"port":…}.

import { openPostOffice } from '@mahnwerk/connectors/channels/email/post-office'
import { createHttp } from './http/index.ts'
import { createWorld, openJournalFile, trueNow } from './world/index.ts'

const TICK_MS = 100

const { SIMULATOR_CONTROL_TOKEN, SIMULATOR_PORT = '0', SIMULATOR_HOST = '127.0.0.1' } = process.env
const { SIMULATOR_JOURNAL, SIMULATOR_EXIT_WITH_PARENT, SIMULATOR_SMTP_PORT, SIMULATOR_IMAP_PORT } = process.env

if (SIMULATOR_CONTROL_TOKEN === undefined || SIMULATOR_CONTROL_TOKEN.length < 8) {
  process.stderr.write('SIMULATOR_CONTROL_TOKEN is missing or shorter than 8 characters.\n')
  process.exit(1)
}

const journal = SIMULATOR_JOURNAL === undefined ? undefined : await openJournalFile(SIMULATOR_JOURNAL)
const world = createWorld({
  fetch,
  now: trueNow,
  controlToken: SIMULATOR_CONTROL_TOKEN,
  ...(journal === undefined ? {} : { journal }),
})
if (journal !== undefined) world.restore(journal.entries)

const postOffice =
  SIMULATOR_SMTP_PORT === undefined || SIMULATOR_IMAP_PORT === undefined
    ? undefined
    : await openPostOffice({
        password: SIMULATOR_CONTROL_TOKEN,
        smtpPort: Number(SIMULATOR_SMTP_PORT),
        imapPort: Number(SIMULATOR_IMAP_PORT),
        answer: 'Demo-Postfach',
      })

const http = createHttp(world)
const ticking = setInterval(() => world.tick(), TICK_MS)

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  clearInterval(ticking)
  await Promise.all([http.close(), postOffice?.close()])
  await journal?.written()
  process.exit(0)
}

process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
if (SIMULATOR_EXIT_WITH_PARENT === '1') {
  process.stdin
    .on('end', () => void end())
    .on('close', () => void end())
    .resume()
}

try {
  await http.listen({ port: Number(SIMULATOR_PORT), host: SIMULATOR_HOST })
} catch (error) {
  process.stderr.write(`${SIMULATOR_HOST}:${SIMULATOR_PORT} cannot be listened on: ${String(error)}\n`)
  process.exit(1)
}
const address = http.server.address()
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined })}\n`)
