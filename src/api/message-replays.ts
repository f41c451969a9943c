import { Type, type Static } from 'typebox'

import { replayMessage } from '../exchange/replay-message.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'

const messageParams = Type.Object({ messageId: Type.String() })
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
        async (transaction, { tenantId }) => {
          const { messageId } = request.params
          const job = { tenantId, messageId }
          return { status: 202, body: accepted(await replayMessage(transaction, job, ports.clock)) }
        },
      ),
  )
}
