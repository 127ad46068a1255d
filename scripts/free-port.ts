import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A port that nobody listened on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo // a TCP server has no other kind of address
  probe.close()
  await once(probe, 'close')
  return port
}
