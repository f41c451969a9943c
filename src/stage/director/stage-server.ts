import { timingSafeEqual } from 'node:crypto'

import { fastify, type FastifyInstance, type FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { sha256Hex } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { StageDoors } from '../cast/sign-in.ts'
import type { Director } from './director.ts'
import { paces, type StageState, switchNames } from './stage-state.ts'

/** What the director's own small interface is made from. */
export interface StageServerPorts {
  readonly director: Director
  /** Sign the one who has the key in at the console and at the desk. */
  readonly doors: StageDoors
  /** Who has it may do everything here; made anew at each start. */
  readonly stageKey: string
  /** The only page that may ask: where the stage is shown. */
  readonly pageOrigin: string
  readonly log: Log
}

const HEARTBEAT_MS = 15_000

/** Builds the interface that the page of the stage conducts the director by; it does not listen yet. */
export function buildStageServer(ports: StageServerPorts): FastifyInstance {
  const plain = fastify({ logger: false, forceCloseConnections: true })
  admitThePageOnly(plain, ports)
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const { director } = ports
  server.get('/stage/state', () => director.state)
  server.get('/stage/stream', (_request, reply) => follow(director, reply))
  server.post(
    '/stage/play',
    { schema: { body: Type.Object({ pace: Type.Enum([...paces]) }) } },
    (request) => {
      director.play(request.body.pace)
      return director.state
    },
  )
  const plainActs = {
    pause: () => director.pause(),
    step: () => director.step(),
    clear: () => director.clear(),
  }
  for (const [name, act] of Object.entries(plainActs)) {
    server.post(`/stage/${name}`, () => {
      act()
      return director.state
    })
  }
  server.put(
    '/stage/switches/:name',
    {
      schema: {
        params: Type.Object({ name: Type.Enum([...switchNames]) }),
        body: Type.Object({ wanted: Type.Enum(['on', 'off']) }),
      },
    },
    async (request) => {
      await director.setSwitch(request.params.name, request.body.wanted)
      return director.state
    },
  )
  const { tenantId, consoleLink, deskLink } = ports.doors
  server.get('/stage/house', () => ({ tenantId }))
  server.post('/stage/console-links', async () => ({ url: await consoleLink() }))
  server.post('/stage/desk-links', async () => ({ url: await deskLink() }))
  return plain
}

/** The key is asked for beside the origin: other programs on this machine have no origin. */
function admitThePageOnly(server: FastifyInstance, ports: StageServerPorts): void {
  const expected = Buffer.from(sha256Hex(ports.stageKey))
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('vary', 'origin')
    if (request.headers.origin === ports.pageOrigin) {
      reply
        .header('access-control-allow-origin', ports.pageOrigin)
        .header('access-control-allow-methods', 'GET, POST, PUT')
        .header('access-control-allow-headers', 'authorization, content-type')
    }
    if (request.method === 'OPTIONS') return reply.status(204).send()
    const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    // Digests are compared, so neither content nor length of the key shows in the time taken.
    if (timingSafeEqual(Buffer.from(sha256Hex(key)), expected)) return undefined
    return reply.status(401).send({ message: 'This link belongs to an earlier start.' })
  })
  server.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) ports.log.error({ err: error }, 'the stage could not answer')
    return reply.status(status).send({ message: error.message })
  })
}

/** Sends the state now and with every change, as server-sent events. */
function follow(director: Director, reply: FastifyReply): void {
  reply.hijack()
  const headers = { 'content-type': 'text/event-stream', ...reply.getHeaders() }
  reply.raw.writeHead(200, headers as Record<string, string>)
  const send = (state: StageState): void => {
    reply.raw.write(`data: ${JSON.stringify(state)}\n\n`)
  }
  send(director.state)
  const stop = director.onChange(send)
  const heartbeat = setInterval(() => reply.raw.write(':\n\n'), HEARTBEAT_MS)
  reply.raw.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
