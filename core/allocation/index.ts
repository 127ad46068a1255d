export {
  type Allocated,
  type AllocationRule,
  type Balance,
  NOTHING_OWED,
  PARTS,
  type Part,
  allocate,
  totalOf,
} from './allocate.ts'
export { type AllocatedDebts, type Criterion, type Debt, type SeveralRule, allocateSeveral } from './several.ts'
