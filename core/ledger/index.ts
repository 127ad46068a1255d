export { type Account, COMPONENTS, type Component, accountName } from './accounts.ts'
export { type Amounts, type Transfer, fromDebtor, transfer } from './transfers.ts'
