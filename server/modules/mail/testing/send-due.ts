// For the test that kills it: a process that sends what is due over a real SMTP server, and nothing else.
// Arguments: the database's address, the secret of the installation.

import { createSecrets } from '../../../auth/index.ts'
import { systemClock } from '../../../clock.ts'
import { createDatabase } from '../../../db/database.ts'
import { createIds } from '../../../ids.ts'
import { startMail } from '../index.ts'
import { loopback } from './road.ts'

const [url = '', secret = ''] = process.argv.slice(2)

startMail({
  ground: {
    db: createDatabase({ url, role: 'mahnwerk_app', max: 2 }),
    clock: systemClock,
    newId: createIds(),
  },
  workerDb: createDatabase({ url, role: 'mahnwerk_worker', max: 1 }),
  office: { road: loopback, secrets: createSecrets(secret) },
  after: async () => {},
  onError: (error) => {
    throw error
  },
  tickMs: 100,
  sends: true,
})
