export { type StoredClaim, settingsOf, storedClaim, storedClaims } from './claim.ts'
export { changeFacts } from './facts.ts'
export { type RemindedOutside, remindedOutside } from './reminders.ts'
export { statementRoutes } from './routes.ts'
