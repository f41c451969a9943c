import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { failure, success, type Failure, type Result } from '../../../customs/result.ts'
import { sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import type { AuthorityTransaction } from '../../store/lodgement-store.ts'
import { sessionOf } from './officer-scope.ts'

/** A request that changes something, as the office received it. */
export interface ChangeRequest {
  readonly office: Office
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * Makes a change once for each `Idempotency-Key`, however often the request is repeated: its answer
 * is stored in the transaction of the change, and a repetition within a day gets that. What is
 * refused leaves nothing behind. Software that sends no key is believed to know what it does.
 */
export function changeOnce<Answer extends object>(
  change: ChangeRequest,
  work: (transaction: AuthorityTransaction) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const { office, request, reply } = change
  const key = request.headers['idempotency-key']
  return inTransaction(office.database, async (transaction) => {
    if (key === undefined) return work(transaction)
    if (typeof key !== 'string' || !KEY.test(key)) return failure(malformedKey)
    const asked = { by: sessionOf(request)?.officerId ?? 'software', key, is: digestOf(request) }
    const known = await recall<Answer>(transaction, asked)
    if (known !== undefined) {
      if (known.ok) void reply.header('idempotency-replayed', 'true')
      return known
    }
    const outcome = await work(transaction)
    if (outcome.ok) await remember(transaction, asked, { outcome, at: office.wallClock.now() })
    return outcome
  })
}

interface Asked {
  readonly by: string
  readonly key: string
  /** Digest of what is asked for. */
  readonly is: string
}

function digestOf({ method, url, body }: FastifyRequest): string {
  return sha256Hex(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
}

/** Takes the key for this transaction and finds what was answered under it, if anything was. */
async function recall<Answer extends object>(
  transaction: AuthorityTransaction,
  { by, key, is }: Asked,
): Promise<Result<Answer> | undefined> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${by} ${key}`}, 0)) as taken`.execute(
    transaction,
  )
  if (rows[0]?.taken !== true) return failure(inProgress)
  const known = await transaction
    .selectFrom('officer_answer')
    .select(['request_sha256', 'answer'])
    .where('asked_by', '=', by)
    .where('key', '=', key)
    .executeTakeFirst()
  if (known === undefined) return undefined
  return known.request_sha256 === is ? success(known.answer as Answer) : failure(usedOtherwise)
}

async function remember(
  transaction: AuthorityTransaction,
  { by, key, is }: Asked,
  { outcome, at }: { readonly outcome: { readonly value: object }; readonly at: string },
): Promise<void> {
  await transaction
    .insertInto('officer_answer')
    .values({
      asked_by: by,
      key,
      request_sha256: is,
      answer: JSON.stringify(outcome.value),
      answered_at: at,
    })
    .execute()
}

const malformedKey: Failure = {
  code: 'idempotency-key-missing',
  path: '',
  message: 'The Idempotency-Key is not 1 to 255 visible ASCII characters.',
  mend: 'Make up a random one for each change, such as a UUID, and repeat it with each retry.',
  zh: {
    message: 'Idempotency-Key 不是1至255个可见的 ASCII 字符。',
    mend: '请为每次更改生成随机值（例如 UUID），重试时重复使用该值。',
  },
}

const inProgress: Failure = {
  code: 'idempotency-key-in-flight',
  path: '',
  message: 'The same request is still being worked on.',
  mend: 'Wait a moment and repeat it to get its answer.',
  zh: { message: '相同的请求正在处理。', mend: '请稍候再重复，以取得结果。' },
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
