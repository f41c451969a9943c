import { Type } from 'typebox'

import { oneOf } from '../../customs/order/schema.ts'
import type { ApiPorts } from '../api-ports.ts'
import { hasQueues } from './jobs.ts'
import type { ApiServer } from './route.ts'

/** A probe that takes longer counts as failed. */
const PROBE_TIME_LIMIT_MS = 2_000

const readinessSchema = Type.Object(
  {
    status: oneOf(['ready', 'not-ready'], 'whether requests can be served'),
    database: oneOf(['up', 'down'], 'whether the database answers'),
    jobs: oneOf(['up', 'down'], 'whether jobs can be put into their queues'),
  },
  { description: 'whether requests can be served' },
)

const openToProbes = { admit: 'anyone', rateLimit: false } as const

/** The two questions of whoever watches over the process: does it live, can it serve? */
export function answerHealthProbes(server: ApiServer, { database }: ApiPorts): void {
  const alive = Type.Object({ status: Type.Literal('alive') }, { description: 'it lives' })
  server.get(
    '/health/live',
    {
      schema: { tags: ['health'], summary: 'Does the process live?', response: { 200: alive } },
      config: openToProbes,
    },
    () => ({ status: 'alive' as const }),
  )
  server.get(
    '/health/ready',
    {
      schema: {
        tags: ['health'],
        summary: 'Can requests be served?',
        response: { 200: readinessSchema, 503: readinessSchema },
      },
      config: openToProbes,
    },
    async (_request, reply) => {
      const isUp = await succeeds(database.ping())
      const jobsUp = isUp && (await succeeds(hasQueues(database)))
      return reply.code(jobsUp ? 200 : 503).send({
        status: jobsUp ? 'ready' : 'not-ready',
        database: isUp ? 'up' : 'down',
        jobs: jobsUp ? 'up' : 'down',
      })
    },
  )
}

async function succeeds(probe: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeLimit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_TIME_LIMIT_MS)
  })
  const answer = probe.then(
    (value) => value !== false,
    () => false,
  )
  return Promise.race([answer, timeLimit]).finally(() => clearTimeout(timer))
}
