export {
  type Connection,
  type ConnectionSecrets,
  type NewConnection,
  activeConnection,
  addConnection,
  connectionById,
  listConnections,
} from './connections.ts'
export { type Road, type Roads, createDeliver, roadOf } from './deliver.ts'
export type { OpenRoad, RoadTo } from './road.ts'
export { restTask, tellRest } from './rest.ts'
export { partnerRoutes } from './routes.ts'
