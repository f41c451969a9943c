import { Readable } from 'node:stream'

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import type { Failure } from '../customs/result.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { OpenStreams } from '../platform/streams/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { isStillAdmitted } from './http/authentication.ts'
import { eventStream } from './http/event-stream.ts'
import { refuse } from './http/refusal.ts'
import { principalOf, type ApiRoutes, type ApiServer } from './http/route.ts'
import { CaseChangeWatch } from './live/case-changes.ts'
import { caseStream } from './live/case-stream.ts'
import { caseOf, caseParams } from './views/case-path.ts'

const lastEventId = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({ pattern: '^\\d{1,9}$', description: 'sequence of the last event received' }),
  ),
})

const lastHorizon = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({ pattern: '^\\d{1,15}$', description: 'id of the last message received' }),
  ),
})

/** Lets a stream begin; the signal ends it when its listener has gone or the server shuts down. */
type BeginStream = (request: FastifyRequest, reply: FastifyReply) => AbortSignal

function streamsOf(server: ApiServer): BeginStream {
  const closing = new AbortController()
  server.addHook('preClose', (done) => {
    closing.abort()
    done()
  })
  const open = new OpenStreams()
  return (request, reply) => {
    const giveBack = open.open(principalOf(request).actor.id) ?? refuse(tooManyStreams)
    const gone = new AbortController()
    reply.raw.on('close', () => {
      giveBack()
      gone.abort()
    })
    return AbortSignal.any([closing.signal, gone.signal])
  }
}

const tooManyStreams: Failure = {
  code: 'rate-limited',
  path: '',
  message: 'All the live streams that one key or person may keep open are open.',
  mend: 'Close streams or pages that nobody looks at, and try again.',
  zh: {
    message: '同一密钥或人员可同时打开的实时数据流已达上限。',
    mend: '请关闭无人查看的数据流或页面后重试。',
  },
}

type StreamRoutes = (server: ApiServer, ports: ApiPorts, begin: BeginStream) => void

const followCase: StreamRoutes = (server, ports, begin) => {
  server.get(
    '/v1/cases/:id/events/stream',
    {
      schema: {
        tags: ['cases'],
        summary: 'Follow a case as server-sent events',
        description:
          'Begins with the first event, or after the one named by Last-Event-ID. The id of each ' +
          'message is the sequence of the event, its data the event as at /v1/cases/:id/events.',
        params: caseParams,
        headers: lastEventId,
        produces: ['text/event-stream'],
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { tenantId } = principalOf(request)
      await inTenant(ports.database, tenantId, (transaction) => caseOf(transaction, id))
      const signal = begin(request, reply)
      const stream = eventStream(Number(request.headers['last-event-id'] ?? 0), {
        eventsAfter: async (sequence) => {
          const events = await inTenant(ports.database, tenantId, async (transaction) =>
            withPersonalFields(transaction, await readEvents(transaction, id, sequence)),
          )
          return events.map((event) => ({ id: event.sequence, type: event.type, data: event }))
        },
        mayGoOn: () => isStillAdmitted(request, ports),
        signal,
      })
      // Proxies that gather answers would hold events back.
      reply.header('x-accel-buffering', 'no').type('text/event-stream')
      return reply.send(Readable.from(stream))
    },
  )
}

const followCases: StreamRoutes = (server, ports, begin) => {
  const watch = new CaseChangeWatch(ports.database, ports.log)

  server.get(
    '/v1/cases/stream',
    {
      schema: {
        tags: ['cases'],
        summary: 'Follow all cases as server-sent events',
        description:
          'A message `case-changed` for each case that has changed, its data the case as in the ' +
          'list; changes that follow each other at once are one message. It goes on after the ' +
          'message named by Last-Event-ID; where too much was missed it says `read-anew` first.',
        headers: lastHorizon,
        produces: ['text/event-stream'],
      },
      config: { admit: 'cases.read' },
    },
    (request, reply) => {
      const { tenantId } = principalOf(request)
      const signal = begin(request, reply)
      const lastId = request.headers['last-event-id']
      const stream = caseStream(
        { database: ports.database, watch },
        {
          tenantId,
          ...(lastId !== undefined && { after: Number(lastId) }),
          mayGoOn: () => isStillAdmitted(request, ports),
          signal,
        },
      )
      // Proxies that gather answers would hold events back.
      reply.header('x-accel-buffering', 'no').type('text/event-stream')
      return reply.send(Readable.from(stream))
    },
  )
}

/** What happens to one case and to all of them, for whoever keeps a page up to date. */
export const eventStreamRoutes: ApiRoutes = (server, ports) => {
  const begin = streamsOf(server)
  followCase(server, ports, begin)
  followCases(server, ports, begin)
}
