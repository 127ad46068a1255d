export {
  type StatementAnswer,
  balance,
  day,
  explanation,
  marks,
  onEach,
  settled,
  statementAnswer,
  statementFields,
  writer,
} from './questions/index.ts'
export { calculationRoutes } from './routes.ts'
