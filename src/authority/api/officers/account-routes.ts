import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success, type Result } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { THE_SOFTWARE } from '../../sign-in/the-software.ts'
import {
  listAccounts,
  openAccount,
  payIn,
  setAccount,
  wakeForMoney,
  type KeptAccount,
} from '../../store/account-store.ts'
import type { AuthorityTransaction } from '../../store/lodgement-store.ts'
import { replyResult } from '../problem-response.ts'
import { changeOnce, type ChangeRequest } from './change-once.ts'
import { headOnly } from './officer-scope.ts'

const amount = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,2})?$', description: 'pounds' })
const number = Type.String({ pattern: '^\\d{7}$', description: 'deferment account number' })
/** Who stands on record; an officer who has signed in does so by themselves. */
const officer = Type.String({ minLength: 2, maxLength: 70, default: THE_SOFTWARE })
const accountBody = Type.Object(
  {
    officer,
    number,
    holderEori: Type.String({ pattern: '^GB\\d{12}(\\d{3})?$' }),
    name: Type.String({ minLength: 2, maxLength: 100 }),
    limitGbp: amount,
  },
  { additionalProperties: false },
)
const accountParameters = Type.Object({ number })
const topUpBody = Type.Object({ officer, amountGbp: amount }, { additionalProperties: false })
const limitBody = Type.Object(
  { officer, limitGbp: amount, state: Type.Enum(['active', 'suspended']) },
  { additionalProperties: false },
)

/**
 * Deferment accounts. Any officer takes money in; how far a trader may go is for the head to say.
 * Every change stays on record with who made it.
 */
export function accountRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/deferment-accounts', async () => ({
    accounts: await inTransaction(office.database, listAccounts),
  }))
  server.post(
    '/officers/deferment-accounts',
    { schema: { body: accountBody }, preHandler: headOnly },
    async (request, reply) => {
      const { officer: actor, ...account } = request.body
      const opened = await changeOnce({ office, request, reply }, async (transaction) => {
        const row = await openAccount(transaction, account, { actor, at: office.clock.now() })
        return row === undefined ? existing(account.number) : success(row)
      })
      return replyResult(opened.ok ? reply.status(201) : reply, opened)
    },
  )
  server.post(
    '/officers/deferment-accounts/:number/payments',
    { schema: { params: accountParameters, body: topUpBody } },
    (request, reply) => {
      const { officer: actor, amountGbp } = request.body
      const { number: accountNumber } = request.params
      return change({ office, request, reply }, accountNumber, (transaction) =>
        payIn(transaction, { accountNumber, amountGbp }, { actor, at: office.clock.now() }),
      )
    },
  )
  server.put(
    '/officers/deferment-accounts/:number',
    { schema: { params: accountParameters, body: limitBody }, preHandler: headOnly },
    (request, reply) => {
      const { officer: actor, limitGbp, state } = request.body
      const { number: accountNumber } = request.params
      return change({ office, request, reply }, accountNumber, (transaction) =>
        setAccount(
          transaction,
          { accountNumber, limitGbp, state },
          { actor, at: office.clock.now() },
        ),
      )
    },
  )
}

/**
 * Changes an account and then, in a second transaction, wakes what waits for its money: the clerks
 * lock lodgements before accounts, and nobody may do it the other way round.
 */
async function change(
  asked: ChangeRequest,
  accountNumber: string,
  make: (transaction: AuthorityTransaction) => Promise<KeptAccount | undefined>,
): Promise<FastifyReply> {
  const { office, reply } = asked
  const changed = await changeOnce(asked, async (transaction): Promise<Result<KeptAccount>> => {
    const account = await make(transaction)
    return account === undefined ? unknown(accountNumber) : success(account)
  })
  if (!changed.ok) return replyResult(reply, changed)
  await inTransaction(office.database, (transaction) =>
    wakeForMoney(transaction, accountNumber, office.clock.now()),
  )
  office.wake()
  return replyResult(reply, changed)
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
