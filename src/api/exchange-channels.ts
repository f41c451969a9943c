import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { healthSteps, readChannelHealth, stepsBegin } from '../exchange/channel-health.ts'
import { readChannelUse } from '../exchange/channel-use.ts'
import { channelsOpenTo, isOpenTo, limitOfChannel } from '../exchange/channels.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'
import { attemptOutcome } from './views/exchange-message-view.ts'

const count = (description: string) => Type.Integer({ description })

const breakerSchema = Type.Object(
  {
    state: oneOf(
      ['closed', 'open', 'half-open'],
      'closed lets everything through, open nothing, half-open one attempt that finds out',
    ),
    failures: count('in a row'),
    openedAt: Type.Optional(instant),
    retryAt: Type.Optional(instant),
    lastError: Type.Optional(Type.String()),
    lastErrorAt: Type.Optional(instant),
    lastSuccessAt: Type.Optional(instant),
  },
  { description: 'the circuit breaker, which all nodes share' },
)

const triedSchema = Type.Object({
  from: instant,
  delivered: count('attempts after which the authority had the message'),
  refused: count('attempts at which it would not take it'),
  failed: count('attempts that did not get through, or of which nobody knows'),
  medianMs: Type.Optional(count('half of the attempts took no longer')),
  p95Ms: Type.Optional(count('nineteen of twenty took no longer')),
})

const channelSchema = Type.Object(
  {
    channel: Type.String(),
    breaker: breakerSchema,
    waiting: Type.Object(
      {
        due: count('to be sent'),
        sending: count('under way'),
        unknown: count('in doubt: the authority is asked first'),
        refused: count('the authority would not take them'),
        dead: count('given up: they wait for a person'),
      },
      { description: 'messages of yours that are not with the authority' },
    ),
    waitingForConnection: count('of these, until you connect with the authority'),
    oldestDueSeconds: Type.Optional(count('for how long the longest waiting one is due')),
    tried: Type.Array(triedSchema, {
      description: 'your attempts, by when they began; steps without one are absent',
    }),
    lastErrors: Type.Array(
      Type.Object({
        at: instant,
        messageId: Type.String(),
        outcome: attemptOutcome,
        httpStatus: Type.Optional(Type.Integer()),
        why: Type.Optional(Type.String()),
      }),
      { description: 'your latest attempts that did not deliver their message, the newest first' },
    ),
    certificates: Type.Array(
      Type.Object({
        door: oneOf(['https', 'smtp', 'imap', 'ssh'], 'which door of the other side showed it'),
        subject: Type.String(),
        issuer: Type.String(),
        fingerprint: Type.String({ description: 'SHA-256' }),
        notAfter: Type.Optional({ ...instant, description: 'absent where it does not end' }),
        seenAt: instant,
        standing: oneOf(
          ['holds', 'ends-soon', 'ended'],
          'ends-soon from thirty days before its end',
        ),
      }),
      { description: 'what the other side proves itself with; those that end first, first' },
    ),
    collection: Type.Optional(
      Type.Object(
        {
          lastAt: Type.Optional(instant),
          failures: count('in a row'),
          lastError: Type.Optional(Type.String()),
        },
        { description: 'how the looking for answers goes; absent where they are pushed' },
      ),
    ),
    use: Type.Object(
      {
        attemptsInMinute: count('of everybody together, in the last minute'),
        requestsPerMinute: Type.Optional(
          Type.Number({ description: 'what the limit lets through' }),
        ),
      },
      { description: "how much of the authority's limit is used; each attempt takes one or more" },
    ),
  },
  { title: 'ExchangeChannel', description: 'how the way to an authority does' },
)

const channelsSchema = Type.Object({
  at: instant,
  from: instant,
  stepSeconds: Type.Integer(),
  items: Type.Array(channelSchema),
})

/** How all channels do, as the interface shows it. */
export type ExchangeChannels = Immutable<Static<typeof channelsSchema>>

/** How the ways to the authorities do. */
export const exchangeChannelRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/exchange/channels',
    {
      schema: {
        tags: ['exchange'],
        summary: 'Read how the channels to the authorities do',
        description:
          'Breaker and limit are the same for everybody; messages, attempts and errors are your own.',
        querystring: Type.Object({
          by: Type.Optional(
            oneOf(
              ['minute', 'hour'],
              'the last hour by minutes, which is usual, or two days by hours',
            ),
          ),
        }),
        response: { 200: channelsSchema },
      },
      config: { admit: 'exchange.read' },
    },
    async (request) => {
      const { by = 'minute' } = request.query
      const now = ports.clock.now()
      const { tenantId } = principalOf(request)
      const { database, channelLimitPerSecond, clearance, correspondence } = ports
      const { channels } = clearance
      const letters = correspondence.letterChannels
        .filter((route) => isOpenTo(tenantId, route))
        .map(({ name }) => name)
      const shown = new Set([...channelsOpenTo(tenantId, channels), ...letters])
      const items = await Promise.all(
        [...shown].map(async (channel) => ({
          ...(await inTenant(database, tenantId, (transaction) =>
            readChannelHealth(transaction, { channel, now, by }),
          )),
          use: await readChannelUse(database, {
            ...{ channel, now },
            limitPerSecond: limitOfChannel(channel, channelLimitPerSecond, channels),
          }),
        })),
      )
      const from = stepsBegin({ now, by })
      return { at: now, from, stepSeconds: healthSteps[by].seconds, items }
    },
  )
}
