export { taskRoutes } from './routes.ts'
export { type NewTask, raiseTask, settleTask } from './tasks.ts'
