import autocannon from 'autocannon'
import type { Load, LoadFigures } from './send-load.ts'

// A process of its own, so that making load does not slow down what is measured.

process.once('message', (load: Load) => {
  void send(load).then((figures) => {
    process.send?.(figures)
    process.disconnect()
  })
})

async function send({ url, body, apiKeys, amount, connections }: Load): Promise<LoadFigures> {
  const result = await autocannon({
    ...{ url, method: 'POST', amount, connections, timeout: 10 },
    requests: apiKeys.map((apiKey) => ({
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body,
    })),
  })
  return {
    perSecond: amount / ((result.finish.getTime() - result.start.getTime()) / 1000),
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  }
}
