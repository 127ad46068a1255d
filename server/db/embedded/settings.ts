// How the bundled PostgreSQL is set: durable, quiet, reachable only through a socket that its own user may open.
import { totalmem } from 'node:os'

const MEBIBYTE = 1024 * 1024

/** @param volatile for test runs only: nothing survives a power cut, in return everything is faster */
export function settings(socketFolder: string, volatile: boolean): string[] {
  const sharedBuffers = Math.min(Math.max(Math.floor(totalmem() / MEBIBYTE / 8), 64), 1024)
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: `${volatile ? 64 : sharedBuffers}MB`,
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    ...(volatile ? VOLATILE : DURABLE),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const VOLATILE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A test's database is dropped within seconds; a worker of the superuser inside it would forbid that to the owner.
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}
