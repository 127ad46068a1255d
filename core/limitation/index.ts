export {
  type LimitationEnd,
  type LimitationEvent,
  type LimitationFacts,
  type LimitationWarning,
  limitationWarning,
} from './limitation.ts'
