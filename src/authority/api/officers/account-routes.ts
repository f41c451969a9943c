import { sql } from 'kysely'
import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { inCamelCase } from '../../store/camel-case.ts'
import { replyResult } from '../problem-response.ts'

const amount = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,2})?$', description: 'pounds' })
const number = Type.String({ pattern: '^\\d{7}$', description: 'deferment account number' })
const accountBody = Type.Object(
  {
    number,
    holderEori: Type.String({ pattern: '^GB\\d{12}(\\d{3})?$' }),
    name: Type.String({ minLength: 2, maxLength: 100 }),
    limitGbp: amount,
  },
  { additionalProperties: false },
)
const accountParameters = Type.Object({ number })
const topUpBody = Type.Object({ amountGbp: amount }, { additionalProperties: false })
const limitBody = Type.Object(
  { limitGbp: amount, state: Type.Enum(['active', 'suspended']) },
  { additionalProperties: false },
)

/** Deferment accounts: opening, paying in, changing the limit. */
export function accountRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/deferment-accounts', async () => {
    const rows = await inTransaction(office.database, (transaction) =>
      transaction.selectFrom('deferment_account').selectAll().orderBy('number').execute(),
    )
    return { accounts: rows.map(inCamelCase) }
  })
  server.post(
    '/officers/deferment-accounts',
    { schema: { body: accountBody } },
    async (request, reply) => {
      const { number: accountNumber, holderEori, name, limitGbp } = request.body
      const row = await inTransaction(office.database, (transaction) =>
        transaction
          .insertInto('deferment_account')
          .values({
            number: accountNumber,
            holder_eori: holderEori,
            name,
            limit_gbp: limitGbp,
            opened_at: office.clock.now(),
          })
          .onConflict((conflict) => conflict.column('number').doNothing())
          .returningAll()
          .executeTakeFirst(),
      )
      return row === undefined
        ? replyResult(reply, existing(accountNumber))
        : replyResult(reply.status(201), success(inCamelCase(row)))
    },
  )
  server.post(
    '/officers/deferment-accounts/:number/payments',
    { schema: { params: accountParameters, body: topUpBody } },
    async (request, reply) => {
      const { amountGbp } = request.body
      return change(office, reply, {
        number: request.params.number,
        fields: sql`owed_gbp = owed_gbp - ${amountGbp}::numeric`,
      })
    },
  )
  server.put(
    '/officers/deferment-accounts/:number',
    { schema: { params: accountParameters, body: limitBody } },
    async (request, reply) => {
      const { limitGbp, state } = request.body
      return change(office, reply, {
        number: request.params.number,
        fields: sql`limit_gbp = ${limitGbp}::numeric, state = ${state}`,
      })
    },
  )
}

interface AccountChange {
  readonly number: string
  readonly fields: ReturnType<typeof sql>
}

/**
 * Changes an account and then, in a second transaction, wakes what waits for its money: the clerks
 * lock lodgements before accounts, and nobody may do it the other way round.
 */
async function change(
  office: Office,
  reply: Parameters<typeof replyResult>[0],
  { number: accountNumber, fields }: AccountChange,
): Promise<ReturnType<typeof replyResult>> {
  const { rows } = await inTransaction(office.database, (transaction) =>
    sql<object>`update deferment_account set ${fields} where number = ${accountNumber}
      returning *`.execute(transaction),
  )
  const [account] = rows
  if (account === undefined) return replyResult(reply, unknown(accountNumber))
  await inTransaction(office.database, (transaction) =>
    sql`update lodgement set due_at = ${office.clock.now()}::timestamptz
      where payment_state in ('insufficient', 'reminded') and state = 'accepted'
        and coalesce(corrected, declared) -> 'defermentAccounts' ? ${accountNumber}`.execute(
      transaction,
    ),
  )
  office.wake()
  return replyResult(reply, success(inCamelCase(account)))
}

function existing(accountNumber: string): ReturnType<typeof failure> {
  return failure({
    code: 'conflict',
    path: '/number',
    message: `There is an account ${accountNumber} already.`,
    zh: { message: `账户 ${accountNumber} 已存在。` },
  })
}

function unknown(accountNumber: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/number',
    message: `There is no account ${accountNumber}.`,
    zh: { message: `没有账户 ${accountNumber}。` },
  })
}
