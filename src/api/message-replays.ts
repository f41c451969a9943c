import { Type, type Static } from 'typebox'

import { replayMessage } from '../exchange/replay-message.ts'
import type { Failure } from '../customs/result.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted, found } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'

const messageParams = Type.Object({ messageId: idOf('the message') })
const replayedSchema = Type.Object({ messageId: Type.String() })

/** Takes messages up again that were given up after many attempts. */
export const messageReplayRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/messages/:messageId/replay',
    {
      schema: {
        tags: ['authority'],
        summary: 'Send a message again that was given up',
        description: 'The authority is asked first whether an earlier attempt has reached it.',
        params: messageParams,
        response: { 202: replayedSchema },
      },
      config: { admit: 'messages.replay' },
    },
    (request, reply) =>
      changeOnce<Static<typeof replayedSchema>>(
        { request, reply, ports },
        async (transaction, context) => {
          const { tenantId } = context
          const { messageId } = request.params
          found(await readMessageId(transaction, messageId), noSuchMessage(messageId))
          const job = { tenantId, messageId }
          return { status: 202, body: accepted(await replayMessage(transaction, job, context)) }
        },
      ),
  )
}

async function readMessageId(
  transaction: TenantTransaction,
  messageId: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('exchange_message')
    .select('id')
    .where('id', '=', messageId)
    .executeTakeFirst()
  return row?.id
}

function noSuchMessage(messageId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no message ${messageId}.`,
    mend: 'List the messages of the case to see their ids.',
    zh: { message: `没有报文 ${messageId}。`, mend: '请在本案的报文列表中查看编号。' },
  }
}
