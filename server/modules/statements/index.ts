export { changeFacts } from './facts.ts'
export { statementRoutes } from './routes.ts'
