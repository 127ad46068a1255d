export { demoRoutes } from './routes.ts'
export { type Arrival, type Journey, travel } from './travel.ts'
export { type World, simulatedWorld } from './world.ts'
