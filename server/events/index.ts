export {
  type EventRow,
  type NewEvent,
  type Recording,
  type StreamName,
  appendEvents,
  chain,
  hashEvent,
  insertEvents,
} from './append.ts'
export { CHANGES_CHANNEL, type Change, announce } from './announce.ts'
export { lockTenant, recordForTenant } from './tenant.ts'
