export { UnprintableError } from './printable.ts'
export { type Template, type TemplateData, closeLetters, renderLetter, renderPdf, renderStatement } from './render.ts'
