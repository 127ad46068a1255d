export { type Address, type PartyName, fullName, listName } from './party.ts'
