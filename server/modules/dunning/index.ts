export { type RunJob, WORK_RUN, startRun, workRun } from './run.ts'
