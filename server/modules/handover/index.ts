export { type Created, confirmHandover } from './confirm.ts'
export { objectionsTo } from './objections.ts'
export { handoverRoutes } from './routes.ts'
