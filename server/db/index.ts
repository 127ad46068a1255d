// The door for programs beside the server: the database of an installation, and transactions of a tenant.

export { type Database, connectionOf, createDatabase, inTenant } from './database.ts'
export { type OpenDatabase, openDatabase } from './open.ts'
