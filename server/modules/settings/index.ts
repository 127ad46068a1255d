export { type LawOfTenant, changeLaw, countryInForce, loadLaw } from './law.ts'
export { settingsRoutes } from './routes.ts'
export { type Practice, listPractices } from './practices.ts'
export { type TenantSettings, loadTenant } from './tenant.ts'
