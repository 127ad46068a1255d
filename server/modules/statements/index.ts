export { settingsOf, storedClaim } from './claim.ts'
export { changeFacts } from './facts.ts'
export { statementRoutes } from './routes.ts'
