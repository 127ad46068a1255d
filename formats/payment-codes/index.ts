export { type Transfer, type TransferFault, epcPayload } from './epc/index.ts'
export { qrPicture } from './qr/index.ts'
