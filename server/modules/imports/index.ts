export { type Upload, receiveFiles } from './receive.ts'
export { importRoutes } from './routes.ts'
export { type ImportJob, RESUME_IMPORTS, RUN_IMPORT, resumeImports, runImport } from './run.ts'
