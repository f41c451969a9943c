import { failBulkStep, takeBulkStep } from '../clearance/bulk/bulk-step.ts'
import { declareCase } from '../clearance/commands/declare-case.ts'
import { followNotifications } from '../clearance/commands/follow-notifications.ts'
import { prepareCase } from '../clearance/commands/prepare-case.ts'
import { recordFailedPreparation } from '../clearance/commands/record-failed-preparation.ts'
import { renderDocuments } from '../clearance/commands/render-documents.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import {
  bulkStepQueue,
  type CaseJob,
  declareCaseQueue,
  followStandingQueue,
  prepareCaseQueue,
  renderDocumentsQueue,
} from '../clearance/queues.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import type { FailureCode } from '../customs/failure-codes.ts'
import type { Result } from '../customs/result.ts'
import { renderDocument } from '../papers/render-document.ts'
import {
  type Assignment,
  deadLettersOf,
  handle,
  handleTogether,
  type Job,
  type Together,
} from '../platform/jobs/index.ts'
import type { Log } from '../platform/log.ts'
import { inTenant } from '../platform/postgres/index.ts'

/**
 * An authority sends what follows from one step as several notifications within moments. A case
 * reads all of them at once, so one change follows the whole step.
 */
const NEWS_TOGETHER: Together<CaseJob> = { by: ({ caseId }) => caseId, gatherMs: 60 }

/** The jobs of the clearance and who does them. */
export function clearanceAssignments(ports: ClearancePorts, log: Log): readonly Assignment[] {
  return [
    handle(prepareCaseQueue, async (job) => {
      const { tenantId, caseId } = job.payload
      const prepared = await inTenant(ports.database, tenantId, (transaction) =>
        prepareCase(ports, transaction, { caseId }, contextOf(ports, job)),
      )
      overtaken(prepared, job, log)
    }),
    handle(deadLettersOf(prepareCaseQueue), async (job) => {
      const { tenantId, caseId } = job.payload
      log.error({ jobId: job.id, caseId }, 'a case could not be prepared')
      const recorded = await inTenant(ports.database, tenantId, (transaction) =>
        recordFailedPreparation(ports, transaction, caseId, contextOf(ports, job)),
      )
      overtaken(recorded, job, log)
    }),
    handle(declareCaseQueue, async (job) => {
      overtaken(await declareOrPrepareAnew(ports, job), job, log)
    }),
    handleTogether(followStandingQueue, NEWS_TOGETHER, async ([job]) => {
      if (job !== undefined) overtaken(await followNotifications(ports, job.payload), job, log)
    }),
    handle(renderDocumentsQueue, (job) => renderDocuments(ports, renderDocument, job.payload), {
      concurrency: 1,
    }),
    handle(bulkStepQueue, ({ payload }) => takeBulkStep(ports, payload), { concurrency: 4 }),
    handle(deadLettersOf(bulkStepQueue), async ({ id, payload }) => {
      log.error({ jobId: id, caseId: payload.caseId }, 'a step of a bulk run could not be taken')
      await failBulkStep(ports, payload)
    }),
  ]
}

/**
 * A case that was prepared yesterday is prepared for today, which asks for its declaration again:
 * midnight, or a worker that was down, must not leave it lying.
 */
async function declareOrPrepareAnew(
  ports: ClearancePorts,
  job: Job<CaseJob>,
): Promise<Result<unknown>> {
  const { tenantId, caseId } = job.payload
  const context = contextOf(ports, job)
  return inTenant(ports.database, tenantId, async (transaction) => {
    const declared = await declareCase(ports, transaction, { caseId }, context)
    const isOutdated = !declared.ok && declared.failures[0].code === 'quote-outdated'
    return isOutdated ? prepareCase(ports, transaction, { caseId }, context) : declared
  })
}

function contextOf({ clock }: ClearancePorts, { id, payload }: Job<CaseJob>): ChangeContext {
  return {
    tenantId: payload.tenantId,
    actor: { kind: 'worker', id: 'clearance' },
    cause: { kind: 'job', id },
    now: clock.now(),
  }
}

/** What a job meets when the case has gone on without it: there is nothing left to do. */
const OVERTAKEN: ReadonlySet<FailureCode> = new Set(['illegal-transition', 'conflict'])

/** A failure that time mends fails the job, which is tried again; any other is shown and kept. */
function overtaken(result: Result<unknown>, { id, payload }: Job<CaseJob>, log: Log): void {
  if (result.ok) return
  const codes = result.failures.map(({ code }) => code)
  log.warn({ jobId: id, caseId: payload.caseId, codes }, 'a job found nothing to do')
  if (!codes.every((code) => OVERTAKEN.has(code))) {
    // What a job fails with is kept with the job, so it names codes and places and nobody.
    const places = result.failures.map(({ code, path }) =>
      path === '' ? code : `${code} at ${path}`,
    )
    throw new Error(places.join(', '))
  }
}
