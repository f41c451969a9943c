import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

import type { Failure } from '../../customs/result.ts'
import type { ApiPorts } from '../api-ports.ts'
import { Refusal } from './refusal.ts'
import type { ApiServer } from './route.ts'

/** How often an address may show a key that is not good, in a minute. */
const BAD_KEYS_PER_MINUTE = 30

/**
 * Keeps one key, or one address without a key, from taking all of the server. The count is kept in
 * this process: with several of them each grants the whole amount.
 */
export async function limitRates(server: ApiServer, ports: ApiPorts): Promise<void> {
  const { requestsPerMinute } = ports
  await server.register(rateLimit, {
    global: requestsPerMinute !== 'unlimited',
    max: requestsPerMinute === 'unlimited' ? Number.MAX_SAFE_INTEGER : requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.principal?.actor.id ?? request.ip,
    errorResponseBuilder: (_request, { after }) => new Refusal([tooMany(after)]),
  })
}

/** Counts requests without a good key, by the address that they come from. */
export function badKeyCounter(server: ApiServer): (request: FastifyRequest) => Promise<void> {
  const count = server.createRateLimit({
    max: BAD_KEYS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => `bad key from ${request.ip}`,
  })
  return async (request) => {
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) {
      throw new Refusal([tooMany(`${counted.ttlInSeconds} seconds`)])
    }
  }
}

function tooMany(after: string): Failure {
  return {
    code: 'rate-limited',
    path: '',
    message: 'Too many requests came in the last minute.',
    mend: `Go on after ${after}.`,
  }
}
