import { defineQueue } from '../platform/jobs/index.ts'

/** A case by its tenant; jobs carry ids and read everything else when they run. */
export interface CaseJob extends Readonly<Record<string, string>> {
  readonly tenantId: string
  readonly caseId: string
}

/** Decides lane and parties, quotes, makes out the papers and checks a case. */
export const prepareCaseQueue = defineQueue<CaseJob>('prepare-case')

/** Declares a case whose tenant wants that as soon as it is ready. */
export const declareCaseQueue = defineQueue<CaseJob>('declare-case')

/** Brings a case to where the authority's notifications say that it stands. */
export const followStandingQueue = defineQueue<CaseJob>('follow-standing')

/** Renders the papers of a case so that the hash of each file is on record. */
export const renderDocumentsQueue = defineQueue<CaseJob>('render-documents', {
  timeLimitSeconds: 60,
})

/** One case of a bulk run. */
export interface BulkJob extends Readonly<Record<string, string>> {
  readonly tenantId: string
  readonly runId: string
  readonly caseId: string
}

/** Does what was asked for many cases at once with one of them. */
export const bulkStepQueue = defineQueue<BulkJob>('bulk-step')

/**
 * All queues of the clearance, to be installed before anything is enqueued and to be worked on by
 * the worker.
 */
export const clearanceQueues = [
  prepareCaseQueue,
  declareCaseQueue,
  followStandingQueue,
  renderDocumentsQueue,
  bulkStepQueue,
]
