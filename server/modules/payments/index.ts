export { acknowledgePayment, noteReport, recordPartnerPayment, reversePartnerPayment } from './from-partner.ts'
export { bookedParts } from './booked.ts'
export { recordDirectPayment } from './record.ts'
export { paymentRoutes } from './routes.ts'
