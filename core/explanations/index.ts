export {
  type Line,
  type Quantity,
  byName,
  inMoney,
  inNumber,
  inPercent,
  inWord,
  line,
  marksOf,
  onDay,
  sourcesOf,
} from './line.ts'
export { type Catalogue, type Catalogues, type Explained, type Language, type Wording, explain } from './explain.ts'
