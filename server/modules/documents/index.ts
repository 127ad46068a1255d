export { type NewDocument, addDocument, blobContent, keepBlob, keepDocument } from './keep.ts'
export { type KeptDocument, documentsOfInvoice, loadDocument } from './read.ts'
export { documentRoutes } from './routes.ts'
export { showing } from './showing.ts'
