export {
  type Confidence,
  type Fact,
  type Found,
  type LawRefusal,
  type Mark,
  SURE,
  type Series,
  type Source,
  type Trust,
  factOn,
  seriesOf,
  sourceOf,
} from './fact.ts'
