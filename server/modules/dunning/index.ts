export { type Place, type RunJob, WORK_RUN, startRun, workRun } from './run.ts'
