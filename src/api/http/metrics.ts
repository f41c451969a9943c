import type { FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

import { channelNames } from '../../exchange/channels.ts'
import { readOutboxDepths, unsentStates } from '../../exchange/outbox-depth.ts'
import type { ApiPorts } from '../api-ports.ts'
import { countWaitingJobs } from './jobs.ts'
import { refuse } from './refusal.ts'
import type { ApiServer } from './route.ts'

/** Upper bounds in seconds: from a quote, which takes a millisecond, to a slow upload. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Measures every request and offers the figures at `/metrics` in the form of Prometheus. */
export function measureRequests(server: ApiServer, ports: ApiPorts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'tidewaiter_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  })
  addJobGauge(registry, ports)
  addOutboxGauges(registry, ports)
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    // The pattern, never the path: ids would make a series of their own each.
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    duration.observe(labels, reply.elapsedTime / 1000)
    done()
  })
  server.get(
    '/metrics',
    { schema: { hide: true }, config: { admit: 'anyone', rateLimit: false } },
    async (request, reply) => {
      if (ports.metricsFor === 'this-machine' && !isFromThisMachine(request)) refuse(notForYou)
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}

/** What workers have to do: sending messages, webhooks and mail as well. */
function addJobGauge(registry: Registry, { database }: ApiPorts): void {
  new Gauge({
    name: 'tidewaiter_jobs',
    help: 'Jobs that are not done, by queue and state; a queue that ends in -dead has failed ones.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { queue, state, count } of await countWaitingJobs(database)) {
        this.set({ queue, state }, count)
      }
    },
  })
}

/** The outbox itself: a message that waits for its next attempt, or for a person, has no job. */
function addOutboxGauges(registry: Registry, { database, clock, clearance }: ApiPorts): void {
  const names = channelNames(clearance.channels)
  const depths = sharedWhileRunning(() =>
    readOutboxDepths({ database, clock, channelNames: names }),
  )
  new Gauge({
    name: 'tidewaiter_exchange_messages',
    help:
      'Messages to authorities that were not sent, by channel and state: due, sending, unknown (it is ' +
      'in doubt whether they arrived), refused by the authority, dead (given up until a person replays them).',
    labelNames: ['channel', 'state'],
    registers: [registry],
    async collect() {
      for (const { channel, messages } of await depths()) {
        for (const state of unsentStates) this.set({ channel, state }, messages[state])
      }
    },
  })
  new Gauge({
    name: 'tidewaiter_exchange_oldest_due_seconds',
    help: 'For how long the longest waiting message to an authority has been due, by channel; 0 where none is.',
    labelNames: ['channel'],
    registers: [registry],
    async collect() {
      for (const { channel, oldestDueSeconds } of await depths()) {
        this.set({ channel }, oldestDueSeconds)
      }
    },
  })
}

/** Gauges are collected side by side; what two of them need is read once. */
function sharedWhileRunning<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= read().finally(() => (running = undefined))
    return running
  }
}

/** The figures speak of all tenants, so they are not for the internet. */
const notForYou = {
  code: 'not-found',
  path: '',
  message: 'The figures are given to this machine only.',
  mend: 'Let the collector run beside the server, or open them to its network in the settings.',
  zh: {
    message: '运行指标只向本机提供。',
    mend: '请在服务器本机采集，或在设置中向采集器所在网络开放。',
  },
} as const

/** A request that a proxy on this machine passes on came from elsewhere. */
function isFromThisMachine({ ip, headers }: FastifyRequest): boolean {
  const local = ip === '::1' || ip.replace('::ffff:', '').startsWith('127.')
  return local && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}
