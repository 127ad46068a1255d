// The limit of a handover through HTTP: a server that reads the same package, parses it and says that it came.

import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

createServer((request, response) => {
  void text(request).then((body) => {
    if (body !== '') JSON.parse(body)
    response
      .writeHead(202, { 'content-type': 'application/json' })
      .end(JSON.stringify({ receivedAt: new Date().toISOString() }))
  })
}).listen(Number(process.env['PORT']), '127.0.0.1')

process.on('SIGTERM', () => process.exit(0))
