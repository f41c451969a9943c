import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'

import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Failure } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { inTenant, type TenantTransaction } from '../../platform/postgres/index.ts'
import type { ApiPorts } from '../api-ports.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'
import { refuse } from './refusal.ts'
import { changeContextOf } from './route.ts'

/** The answer to a change that was made. */
export interface Answer<Body extends object> {
  readonly status: 200 | 201 | 202
  readonly body: Body
  /** The path of what was made. */
  readonly location?: string
}

/** A request that changes something, with what is needed to know it again when it is repeated. */
export interface ChangeRequest<Body extends object> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ports: ApiPorts
  /** What the request asks for, where that is more than its parsed body: the hash of a file. */
  readonly content?: string
  /** What of the answer may be stored for a repetition: secrets that are shown once are left out. */
  readonly remember?: (body: Body) => Body
}

type Work<Body extends object> = (
  transaction: TenantTransaction,
  context: ChangeContext,
) => Promise<Answer<Body>>

interface RememberedAnswer {
  readonly request_sha256: string
  readonly status: number
  readonly response: { readonly body: object; readonly location?: string }
}

/**
 * Makes a change exactly once per `Idempotency-Key`, however often the request is repeated.
 *
 * The work runs in one transaction of the caller's tenant, in which its answer is stored as well:
 * either both are there or neither, whenever the process is killed. A repetition gets the stored
 * answer; one that comes while the first still runs is refused at once, by means of a lock that ends
 * with the transaction. A refused request (a thrown `Refusal`) leaves nothing behind, so that it can
 * be mended and sent again under the same key.
 */
export async function changeOnce<Body extends object>(
  change: ChangeRequest<Body>,
  work: Work<Body>,
): Promise<Body> {
  const { request, reply, ports } = change
  const key = idempotencyKeyOf(request)
  const requestSha256 = fingerprint(change)
  const context = changeContextOf(request, ports)
  const { answer, replayed } = await inTenant(
    ports.database,
    context.tenantId,
    async (transaction) => {
      const remembered = await recall(transaction, context.tenantId, key)
      if (remembered !== undefined) {
        return { answer: repeated<Body>(remembered, requestSha256), replayed: true }
      }
      const made = await work(transaction, context)
      await remember(transaction, { key, requestSha256, context }, kept(made, change.remember))
      return { answer: made, replayed: false }
    },
  )
  reply.code(answer.status)
  if (answer.location !== undefined) reply.header('location', answer.location)
  if (replayed) reply.header('idempotency-replayed', 'true')
  return answer.body
}

function fingerprint({ request, content }: Pick<ChangeRequest<object>, 'request' | 'content'>) {
  const body = content ?? JSON.stringify(request.body ?? null)
  return sha256Hex(`${request.method} ${request.url}\n${body}`)
}

/**
 * Takes the key for this transaction and reads what is stored under it, in one round trip. Should
 * another transaction commit between the two, the primary key of the record refuses the second one.
 */
async function recall(
  transaction: TenantTransaction,
  tenantId: string,
  key: string,
): Promise<RememberedAnswer | undefined> {
  const { rows } = await sql<{ taken: boolean } & Partial<RememberedAnswer>>`
    select pg_try_advisory_xact_lock(hashtextextended(${tenantId} || ${key}, 0)) as taken,
      request_sha256, status, response
    from (select 1) as one left join idempotency_record on key = ${key}`.execute(transaction)
  const [row] = rows
  if (row?.taken !== true) return refuse(inProgress)
  return row.response ? (row as RememberedAnswer) : undefined
}

interface Memory {
  readonly key: string
  readonly requestSha256: string
  readonly context: ChangeContext
}

async function remember(
  transaction: TenantTransaction,
  { key, requestSha256, context }: Memory,
  { status, body, location }: Answer<object>,
): Promise<void> {
  const stored = await transaction
    .insertInto('idempotency_record')
    .values({
      tenant_id: context.tenantId,
      key,
      request_sha256: requestSha256,
      status,
      response: JSON.stringify({ body, location }),
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (stored === undefined) refuse(inProgress)
}

function kept<Body extends object>(
  answer: Answer<Body>,
  rememberable: ((body: Body) => Body) | undefined,
): Answer<Body> {
  return rememberable === undefined ? answer : { ...answer, body: rememberable(answer.body) }
}

function repeated<Body extends object>(
  { request_sha256, status, response }: RememberedAnswer,
  requestSha256: string,
): Answer<Body> {
  if (request_sha256 !== requestSha256) return refuse(usedOtherwise)
  return { status, ...response } as Answer<Body>
}

const inProgress: Failure = {
  code: 'idempotency-key-in-flight',
  path: '',
  message: 'A request with this Idempotency-Key is in progress.',
  mend: 'Wait a moment and repeat the request to get its answer.',
  zh: {
    message: '相同 Idempotency-Key 的请求正在处理。',
    mend: '请稍候再重复该请求，以取得结果。',
  },
}

const usedOtherwise: Failure = {
  code: 'idempotency-key-reused',
  path: '',
  message: 'This Idempotency-Key was used with another request.',
  mend: 'Use a new key for a new request; repeat a request unchanged.',
  zh: {
    message: '该 Idempotency-Key 已用于另一请求。',
    mend: '新的请求请使用新的键；重试时请原样发送。',
  },
}
