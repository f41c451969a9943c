export { handle, type Assignment, type Job, type JobHandler } from './assignment.ts'
export { enqueue, type EnqueueOptions } from './enqueue.ts'
export { installJobs, type InstallJobsOptions } from './install-jobs.ts'
export {
  deadLetterName,
  defineQueue,
  type AnyQueue,
  type JobPayload,
  type Queue,
  type QueueSettings,
} from './queue.ts'
export { startWorkers, type Workers, type WorkersOptions } from './workers.ts'
