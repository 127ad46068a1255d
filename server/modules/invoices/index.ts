export { type Invoice, type InvoiceSource } from './row.ts'
export { type RecordOutcome, recordInvoices } from './record.ts'
export { type InvoiceChanges, lockInvoice, saveInvoice } from './save.ts'
export { writeOffInvoice } from './write-off.ts'
