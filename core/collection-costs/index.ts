export type {
  CollectionQuestion,
  CollectionStep,
  CostNote,
  CostRefusal,
  DunningFeeLimit,
  WarningLetter,
} from './question.ts'
