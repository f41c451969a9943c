export {
  handle,
  handleTogether,
  type Assignment,
  type Job,
  type JobHandler,
  type JobsHandler,
  type Together,
} from './assignment.ts'
export { enqueue, type EnqueueOptions } from './enqueue.ts'
export { installJobs, type InstallJobsOptions } from './install-jobs.ts'
export {
  deadLetterName,
  deadLettersOf,
  defineQueue,
  type AnyQueue,
  type JobPayload,
  type Queue,
  type QueueSettings,
} from './queue.ts'
export { Rest } from './rest.ts'
export { startWorkers, type Workers, type WorkersOptions } from './workers.ts'
