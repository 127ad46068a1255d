// A process of its own for the tests: opens the bundled database on the directory given, says so, and holds it until it is killed
// or its input ends. Prints one JSON line when the database is open, after the lines of its log.
import { startEmbedded } from '../embedded.ts'

const database = await startEmbedded({ dataDir: process.argv[2] ?? '', log: (line) => console.log(line) })
console.log(JSON.stringify({ url: database.url, ownerUrl: database.ownerUrl, pid: database.pid }))
for await (const _ of process.stdin);
await database.stop()
