import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Gate, Moment, ProcessName, Watch } from './sighting.ts'

export interface HttpGateOptions {
  /** Who makes the requests that come through this gate. */
  readonly process: ProcessName
  readonly target: { readonly host: string; readonly port: number }
  readonly watch: Watch
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Passes requests on and holds each before it, after it, and after its answer. */
export async function openHttpGate(options: HttpGateOptions): Promise<Gate> {
  const server = createServer((incoming, outgoing) => {
    // Whatever breaks on the other side breaks the connection on this one, as without a gate.
    passOn(options, incoming, outgoing).catch(() => incoming.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function passOn(
  options: HttpGateOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await contentOf(incoming)
  const content = `${incoming.url} ${body.toString('latin1')}`
  const isKilledAt = async (moment: Moment): Promise<boolean> =>
    (await options.watch({ process: options.process, moment, content })) === 'killed'

  if (await isKilledAt('before-request')) return void incoming.destroy()
  const answer = await ask(options, incoming, body)
  if (await isKilledAt('after-request')) return void incoming.destroy()
  outgoing.writeHead(answer.status, answer.headers)
  outgoing.end(answer.body)
  await once(outgoing, 'finish')
  await isKilledAt('after-answer')
}

function ask(
  { target }: HttpGateOptions,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request({ ...target, method, path: url, headers, agent: false })
    onward.on('error', reject)
    onward.on('response', (response) => {
      contentOf(response).then((content) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content })
      }, reject)
    })
    onward.end(body)
  })
}

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
