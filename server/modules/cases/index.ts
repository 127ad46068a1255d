export { type Channel, type Ingested, ingestNews } from './news.ts'
export { type Difference, fetchMissing, newsDoor, reconcileConnection } from './receive.ts'
export { afterDelivery } from './after-delivery.ts'
export { caseRoutes } from './routes.ts'
