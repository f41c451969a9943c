import autocannon from 'autocannon'
import type { Load, LoadFigures } from './send-load.ts'

// A process of its own, so that making load does not slow down what is measured.

process.once('message', (load: Load) => {
  void send(load).then((figures) => {
    process.send?.(figures)
    process.disconnect()
  })
})

async function send({ url, bodies, apiKeys, seconds, connections }: Load): Promise<LoadFigures> {
  const result = await autocannon({
    ...{ url, method: 'POST', duration: seconds, connections, timeout: 10 },
    requests: Array.from({ length: Math.max(bodies.length, apiKeys.length) }, (_, index) => ({
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${apiKeys[index % apiKeys.length]}`,
      },
      body: bodies[index % bodies.length],
    })),
  })
  return {
    perSecond: result['2xx'] / result.duration,
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  }
}
