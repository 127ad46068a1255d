export { UnprintableError } from './printable.ts'
export {
  type ListSheet,
  type Template,
  type TemplateData,
  closeLetters,
  renderLetter,
  renderList,
  renderPdf,
  renderStatement,
} from './render.ts'
export {
  type Enclosure,
  type LeftOut,
  type MergedSheet,
  type PrintOrder,
  type PrintSheet,
  mergeForPrint,
} from './merge.ts'
