import type { Failure, Result } from '../../customs/result.ts'
import { inTenant, type TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { declareCase } from '../commands/declare-case.ts'
import { prepareCase } from '../commands/prepare-case.ts'
import { reopenCase, stopCase, stoppedByStaff } from '../commands/stop-case.ts'
import type { Actor, Cause } from '../events/actor.ts'
import { pseudonymise } from '../personal/personal-fields.ts'
import { readPersonalFieldsOfOrders, withPersonalFields } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import type { BulkJob } from '../queues.ts'
import { readCase } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import type { BulkInput } from './bulk-run.ts'

/**
 * Does with one case what was asked for many, in the name of who has asked. The change and the note
 * of its outcome are one transaction, so a job that runs twice changes once; what cannot be done
 * changes nothing of the case and is noted with its reasons.
 */
export async function takeBulkStep(ports: ClearancePorts, job: BulkJob): Promise<void> {
  const refused = await inTenant(ports.database, job.tenantId, async (transaction) => {
    const asked = await readStep(transaction, ports, job)
    if (asked === undefined) return undefined
    const done = await take(ports, transaction, { ...asked, caseId: job.caseId })
    if (!done.ok) throw new StepRefused(done.failures)
    await note(transaction, job, { state: 'done', failures: [] })
    return undefined
  }).catch((error: unknown) => {
    if (error instanceof StepRefused) return error.failures
    throw error
  })
  if (refused === undefined) return
  await inTenant(ports.database, job.tenantId, async (transaction) => {
    const failures = await withoutNames(transaction, job.caseId, refused)
    await note(transaction, job, { state: 'failed', failures })
  })
}

/** Notes that a step has failed for good, for reasons that are in the log. */
export async function failBulkStep(ports: ClearancePorts, job: BulkJob): Promise<void> {
  await inTenant(ports.database, job.tenantId, (transaction) =>
    note(transaction, job, { state: 'failed', failures: [broken] }),
  )
}

/** Leaves the transaction, so that what the command has written before it failed is undone. */
class StepRefused extends Error {
  readonly failures: readonly Failure[]

  constructor(failures: readonly Failure[]) {
    super('a step of a bulk run was refused')
    this.failures = failures
  }
}

interface Step {
  readonly input: BulkInput
  readonly context: ChangeContext
}

/** What is to be done, with the outcome locked; nothing where it is done already. */
async function readStep(
  transaction: TenantTransaction,
  { clock }: ClearancePorts,
  { tenantId, runId, caseId }: BulkJob,
): Promise<Step | undefined> {
  const waiting = await transaction
    .selectFrom('bulk_run_case')
    .select('state')
    .where('run_id', '=', runId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (waiting === undefined) return undefined
  const run = await transaction
    .selectFrom('bulk_run')
    .select(['input', 'actor', 'cause'])
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const input = await withPersonalFields(transaction, run.input as BulkInput)
  const actor = run.actor as Actor
  return { input, context: { tenantId, actor, cause: run.cause as Cause, now: clock.now() } }
}

function take(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { input, context, caseId }: Step & { readonly caseId: string },
): Promise<Result<CaseState>> {
  switch (input.action) {
    case 'prepare':
      return prepareCase(ports, transaction, { caseId }, context)
    case 'declare':
      return declareCase(
        ports,
        transaction,
        { caseId, hasArrived: input.additionalType === 'A' },
        context,
      )
    case 'stop':
      return stopCase(
        ports,
        transaction,
        { caseId, reasons: [stoppedByStaff(input.reason)] },
        context,
      )
    case 'reopen':
      return reopenCase(ports, transaction, { caseId, reason: input.reason }, context)
  }
}

async function note(
  transaction: TenantTransaction,
  { runId, caseId }: BulkJob,
  { state, failures }: { readonly state: 'done' | 'failed'; readonly failures: readonly Failure[] },
): Promise<void> {
  await transaction
    .updateTable('bulk_run_case')
    .set({ state, failures: JSON.stringify(failures) })
    .where('run_id', '=', runId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .execute()
}

async function withoutNames(
  transaction: TenantTransaction,
  caseId: string,
  failures: readonly Failure[],
): Promise<readonly Failure[]> {
  const state = await readCase(transaction, caseId)
  return pseudonymise(
    failures,
    await readPersonalFieldsOfOrders(transaction, state?.orderIds ?? []),
  )
}

const broken: Failure = {
  code: 'conflict',
  path: '',
  message: 'The step broke off again and again; the case is as it was before.',
  mend: 'Try it with this case alone; if it fails again, tell whoever runs this installation.',
  zh: {
    message: '该步骤屡次中断；清关案保持原状。',
    mend: '请对此案单独重试；如再次失败，请告知系统管理员。',
  },
}
