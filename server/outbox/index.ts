export { enqueue } from './enqueue.ts'
export type { Delivery, OutboxBody, OutboxMessage } from './message.ts'
export type { AfterDelivery } from './settle.ts'
export { type Deliver, type OutboxWorker, startOutbox } from './worker.ts'
