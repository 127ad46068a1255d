export { type Transfer, type TransferFault, epcPayload } from './payload.ts'
