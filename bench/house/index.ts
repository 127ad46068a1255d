export { type Child, freePort, startChild } from './child.ts'
export { type House, openHouse } from './house.ts'
export { dice, draft } from './invoices.ts'
