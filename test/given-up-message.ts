import { newId } from '../src/platform/ids.ts'
import {
  connect,
  inTenant,
  inTransaction,
  type Row,
  type Schema,
  type TenantTransaction,
} from '../src/platform/postgres/index.ts'
import { createLog } from '../src/platform/log.ts'
import { ask, openPreparedCase } from './api-requests.ts'
import type { TestApi, TestTenant } from './api.ts'
import { exampleOrder } from './shipped-examples.ts'

/** A declaration of a case that lies in the outbox. */
export interface DeclaredCase {
  readonly caseId: string
  readonly messageId: string
  readonly lrn: string
}

/** Hands in an order, prepares its case and declares it; nothing sends what then lies in the outbox. */
export async function declareExample(
  api: TestApi,
  { keys }: TestTenant,
  reference = newId('o').slice(-12),
): Promise<DeclaredCase> {
  const order = { ...(await exampleOrder('marketplace-cn-gb')), reference }
  const caseId = await openPreparedCase(api, keys.operator, order)
  const declared = await ask(api, keys.owner, {
    ...{ method: 'POST', url: `/v1/cases/${caseId}/declare` },
    payload: {},
  })
  if (declared.statusCode >= 400) throw new Error(declared.body)
  const messages = await ask(api, keys.owner, { url: `/v1/cases/${caseId}/messages` })
  const { sent } = messages.json<{ sent: { id: string; lrn: string }[] }>()
  return { caseId, messageId: sent[0]!.id, lrn: sent[0]!.lrn }
}

type Outcome = NonNullable<Row<'exchange_attempt'>['outcome']>

/** An attempt as a worker would have left it on record. */
export interface AttemptMade {
  readonly outcome: Outcome
  readonly latencyMs?: number
  readonly httpStatus?: number
  readonly why?: string
  /** Seconds before now. */
  readonly secondsAgo?: number
}

/** Records attempts with a message, as a worker does, and what has become of it in the end. */
export async function recordAttempts(
  api: TestApi,
  { tenantId, messageId }: { readonly tenantId: string; readonly messageId: string },
  attempts: readonly AttemptMade[],
  state: Row<'exchange_message'>['state'] = 'dead',
): Promise<void> {
  await asWorker(
    api,
    async (transaction) => {
      for (const { secondsAgo = 60, latencyMs = 120, outcome, httpStatus, why } of attempts) {
        const startedAt = Date.parse(api.clock.now()) - secondsAgo * 1_000
        await transaction
          .insertInto('exchange_attempt')
          .values({
            id: newId('attempt'),
            tenant_id: tenantId,
            message_id: messageId,
            channel: 'uk-cds',
            node: 'worker-1',
            started_at: new Date(startedAt),
            ended_at: new Date(startedAt + latencyMs),
            latency_ms: latencyMs,
            outcome,
            http_status: httpStatus ?? null,
            why: why ?? null,
          })
          .execute()
      }
      await transaction
        .updateTable('exchange_message')
        .set({
          state,
          attempts: attempts.length,
          last_error: attempts.at(-1)?.why ?? null,
          ...(state === 'sent' && { sent_at: api.clock.now() }),
        })
        .where('id', '=', messageId)
        .execute()
    },
    tenantId,
  )
}

/** Writes what workers write; of a tenant where one is named, else what belongs to none. */
export async function asWorker(
  api: TestApi,
  work: (transaction: TenantTransaction) => Promise<unknown>,
  tenantId?: string,
): Promise<void> {
  const log = createLog({ name: 'test', level: 'silent' })
  const url = api.workerDatabaseUrl
  const worker = connect<Schema>({ url, applicationName: 'test', maxConnections: 1, log })
  try {
    await (tenantId === undefined ? inTransaction(worker, work) : inTenant(worker, tenantId, work))
  } finally {
    await worker.close()
  }
}
