import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { freePort } from '../process/port.ts'
import { createHttpClient, type HttpOutcome } from './http-client.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const serve = (listener: RequestListener): Promise<string> => listen(createHttpServer(listener))

async function post(url: string): Promise<HttpOutcome> {
  const client = createHttpClient({ timeLimitMs: 300, answerLimitBytes: 1_000 })
  try {
    return await client.send({ method: 'POST', url, headers: { 'x-case': 'one' }, body: '<é/>' })
  } finally {
    client.close()
  }
}

describe('an HTTP exchange', () => {
  it('gives status, headers and body of the answer, whatever the status is', async () => {
    const url = await serve((request, response) => {
      const received: Buffer[] = []
      request.on('data', (chunk: Buffer) => received.push(chunk))
      request.on('end', () => {
        response.writeHead(422, { 'x-echo': String(request.headers['x-case']) })
        response.end(Buffer.concat(received))
      })
    })
    const outcome = await post(url)
    expect(outcome).toMatchObject({ kind: 'answered', status: 422, headers: { 'x-echo': 'one' } })
    expect(outcome.kind === 'answered' && Buffer.from(outcome.body).toString()).toBe('<é/>')
  })

  it('takes a redirect for the answer', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
    })
    expect(await post(url)).toMatchObject({ kind: 'answered', status: 307 })
  })

  it('was not sent when nobody listens', async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    expect(await post(url)).toMatchObject({ kind: 'not-sent' })
  })

  it('was not sent when the host has no address', async () => {
    expect(await post('http://no-such-host.invalid')).toMatchObject({ kind: 'not-sent' })
  })

  it('was not sent where the scheme is none of ours', async () => {
    expect(await post('file:///etc/hostname')).toMatchObject({ kind: 'not-sent' })
  })

  it('has an unknown outcome when the connection breaks before the answer', async () => {
    const url = await listen(createServer((socket) => socket.once('data', () => socket.destroy())))
    expect(await post(url)).toMatchObject({ kind: 'unknown' })
  })

  it('has an unknown outcome when the connection breaks within the answer', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(202, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(await post(url)).toMatchObject({ kind: 'unknown' })
  })

  it('has an unknown outcome when the time is up, and says so', async () => {
    const url = await serve(() => undefined)
    expect(await post(url)).toEqual({ kind: 'unknown', why: 'no answer within 300 ms' })
  })

  it('has an unknown outcome when the answer is larger than allowed', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(2_000)))
    expect(await post(url)).toMatchObject({
      kind: 'unknown',
      why: expect.stringMatching(/larger than 1000 bytes/) as string,
    })
  })

  it('keeps the connection for the next request', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end()
    })
    const client = createHttpClient()
    for (let round = 0; round < 3; round += 1) await client.send({ method: 'GET', url })
    client.close()
    expect(ports.size).toBe(1)
  })
})
