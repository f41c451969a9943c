import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

import type { Failure } from '../../customs/result.ts'
import { sha256Hex } from '../../platform/ids.ts'
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

/**
 * Opens a route to anyone, so often a minute from one address; for the route's own configuration. An
 * office looks things up from one address, so it has to be more than one person asks.
 */
export function openLimitedTo(max: number) {
  return { admit: 'anyone', rateLimit: { max, timeWindow: '1 minute' } } as const
}

/** How often an address may show a link or a passkey that does not let in, in a minute. */
const REFUSED_SIGN_INS_PER_MINUTE = 10

/**
 * How often an address may ask to be let in, in a minute, however it ends; for the route's own
 * configuration. Colleagues behind one address all begin at nine.
 */
export const signInLimit = { rateLimit: { max: 60, timeWindow: '1 minute' } } as const

/** Counts sign-ins that were refused, by the address that they come from. */
export function refusedSignInCounter(
  server: ApiServer,
): (request: FastifyRequest) => Promise<void> {
  return addressCounter(server, { what: 'refused sign-in', max: REFUSED_SIGN_INS_PER_MINUTE })
}

/** Counts requests with a key that is not good, by the address that they come from. */
export function badKeyCounter(server: ApiServer): (request: FastifyRequest) => Promise<void> {
  return addressCounter(server, { what: 'bad key', max: BAD_KEYS_PER_MINUTE })
}

/** How often one tracking link may be looked at in a minute: ten open pages look that often. */
const LOOKS_AT_A_LINK_PER_MINUTE = 60

/** How often an address may name a tracking link that there is not: more is a machine that guesses. */
const UNKNOWN_LINKS_PER_MINUTE = 60

/**
 * Counts looks at tracking links: good ones each by itself, because many shoppers share an address of
 * their carrier, and others by the address that they come from.
 */
export function trackingLimits(server: ApiServer): {
  readonly countKnown: (request: FastifyRequest) => Promise<void>
  readonly countUnknown: (request: FastifyRequest) => Promise<void>
} {
  return {
    countKnown: counter(server, {
      max: LOOKS_AT_A_LINK_PER_MINUTE,
      // The secret of a link is not kept, not even here.
      keyOf: ({ params }) => `look at ${sha256Hex(JSON.stringify(params))}`,
    }),
    countUnknown: addressCounter(server, { what: 'unknown link', max: UNKNOWN_LINKS_PER_MINUTE }),
  }
}

function addressCounter(
  server: ApiServer,
  { what, max }: { readonly what: string; readonly max: number },
): (request: FastifyRequest) => Promise<void> {
  return counter(server, { max, keyOf: ({ ip }) => `${what} from ${ip}` })
}

function counter(
  server: ApiServer,
  { max, keyOf }: { readonly max: number; readonly keyOf: (request: FastifyRequest) => string },
): (request: FastifyRequest) => Promise<void> {
  const count = server.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: keyOf })
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
    zh: { message: '最近一分钟内请求过多。', mend: `请在 ${after} 之后继续。` },
  }
}
