export { type JobDefinition, type Jobs, createJobs, immediateJobs } from './jobs.ts'
