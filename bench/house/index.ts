export { type Child, freePort, startChild } from './child.ts'
export { type Creditor, type House, openCreditor, openHouse } from './house.ts'
export { dice, draft } from './invoices.ts'
