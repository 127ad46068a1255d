export { type Instalment, type Plan, type PlanQuestion, type PlanRefusal, planOf } from './plan.ts'
export { PLAN_TEXTS, explainInstalments, explainPlan } from './explain-plan.ts'
