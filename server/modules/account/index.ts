export { CLEAR_SIGN_INS, clearSignIns } from './clearing.ts'
export { accountRoutes } from './routes.ts'
