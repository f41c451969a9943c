import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Office } from '../../processing/office.ts'

/** Proxies and browsers give up on a stream that says nothing for long. */
const HEARTBEAT_MS = 20_000
/** News within this time becomes one event, so that a busy office does not flood its desks. */
const GATHER_MS = 150

/**
 * News of lodgements as server-sent events: `event: lodgements` with the MRNs that have changed.
 * It says only that there is something to read, so nothing is lost with an event that is.
 */
export function streamRoutes(server: FastifyInstance, office: Office): void {
  const open = new Set<PassThrough>()
  server.addHook('preClose', (done) => {
    for (const stream of open) stream.end()
    done()
  })
  server.get('/officers/stream', (request, reply) => {
    const stream = new PassThrough()
    const gathered = new Set<string>()
    let gathering: NodeJS.Timeout | undefined
    const send = (): void => {
      gathering = undefined
      stream.write(`event: lodgements\ndata: ${JSON.stringify({ mrns: [...gathered] })}\n\n`)
      gathered.clear()
    }
    const deafen = office.news.hear((mrns) => {
      for (const mrn of mrns) gathered.add(mrn)
      gathering ??= setTimeout(send, GATHER_MS)
    })
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
    open.add(stream)
    stream.once('close', () => {
      deafen()
      clearInterval(heartbeat)
      clearTimeout(gathering)
      open.delete(stream)
    })
    request.raw.once('close', () => stream.destroy())
    stream.write('retry: 2000\n\n')
    return reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream)
  })
}
