export { type Picture, type Placed, type ReadPdf, picturePage, readPdf } from './read-pdf.ts'
