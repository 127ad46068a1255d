export { confirmHandover } from './confirm.ts'
export { handoverRoutes } from './routes.ts'
