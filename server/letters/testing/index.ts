export { EVERY_LETTER, type EveryLetter, type Written, mustSay, plain, transferOf, written } from './every-letter.ts'
export { type Picture, type Placed, type ReadPdf, picturePage, readPdf } from './read-pdf.ts'
