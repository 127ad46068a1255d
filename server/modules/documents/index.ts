export { type NewDocument, blobContent, keepDocument } from './keep.ts'
