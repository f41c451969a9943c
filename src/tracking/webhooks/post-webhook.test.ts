import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  hasSharedMaterial,
  sharedMaterialAbsent,
  sharedPath,
} from '../../../test/shared-material.ts'
import { lookupWithin, postWebhook, signatureHeaders } from './post-webhook.ts'

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`

describe('the signature of a webhook', () => {
  it.skipIf(!hasSharedMaterial)(
    `is that of the published example (else: ${sharedMaterialAbsent})`,
    () => {
      const vector = JSON.parse(
        readFileSync(sharedPath('vectors', 'standard-webhooks.json'), 'utf8'),
      ) as Record<'secret' | 'msgId' | 'payload' | 'signature', string> & { timestamp: number }
      const headers = signatureHeaders({
        id: vector.msgId,
        body: vector.payload,
        secret: vector.secret,
        sentAt: new Date(vector.timestamp * 1_000),
      })
      expect(headers).toEqual({
        'webhook-id': vector.msgId,
        'webhook-timestamp': String(vector.timestamp),
        'webhook-signature': vector.signature,
      })
    },
  )

  it('is accepted by the reference library, and not for another body', () => {
    const body = '{"type":"goods.released"}'
    const headers = signatureHeaders({ id: 'delivery_1', body, secret, sentAt: new Date() })
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'goods.released' })
    expect(() => new Webhook(secret).verify(body.replace('released', 'seized'), headers)).toThrow()
  })
})

describe('sending a webhook', () => {
  let server: Server
  let port: number
  const received: { readonly path: string | undefined; readonly verified: unknown }[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        if (request.url === '/redirect') {
          return response.writeHead(307, { location: '/elsewhere' }).end()
        }
        if (request.url === '/endless') {
          response.writeHead(200)
          setInterval(() => response.write('x'.repeat(10_000)), 1).unref()
          return
        }
        const headers = request.headers as Record<string, string>
        const verified = new Webhook(secret).verify(Buffer.concat(chunks), headers)
        received.push({ path: request.url, verified })
        return response.writeHead(204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const post = (path: string, reach: Parameters<typeof postWebhook>[1] = 'development') =>
    postWebhook(
      {
        id: 'delivery_1',
        url: `http://localhost:${port}${path}`,
        body: JSON.stringify({ type: 'goods.released', text: '海关已放行' }),
        secret,
        sentAt: new Date(),
      },
      reach,
    )

  it('brings the body as it was signed', async () => {
    expect(await post('/hooks')).toEqual({ kind: 'answered', status: 204 })
    expect(received.at(-1)).toEqual({
      path: '/hooks',
      verified: { type: 'goods.released', text: '海关已放行' },
    })
  })

  it('does not follow a redirect', async () => {
    const before = received.length
    expect(await post('/redirect')).toEqual({ kind: 'answered', status: 307 })
    expect(received).toHaveLength(before)
  })

  it('does not wait for the end of an answer', async () => {
    expect(await post('/endless')).toEqual({ kind: 'answered', status: 200 })
  })

  it('sends nothing when the address is out of reach by now', async () => {
    const before = received.length
    expect(await post('/hooks', 'public')).toEqual({
      kind: 'no-answer',
      why: 'The address is not https.',
    })
    expect(received).toHaveLength(before)
  })

  it('says why there was no answer', async () => {
    const answer = await postWebhook(
      { id: 'd', url: 'http://127.0.0.1:1/', body: '{}', secret, sentAt: new Date() },
      'development',
    )
    expect(answer).toMatchObject({
      kind: 'no-answer',
      why: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('the look-up of a name', () => {
  const lookUp = (hostname: string, reach: Parameters<typeof lookupWithin>[0]) =>
    new Promise((resolve) => {
      lookupWithin(reach)(hostname, { all: true }, (error, addresses) =>
        resolve(error === null ? addresses : error.message),
      )
    })

  it('fails for a name that leads to this machine', async () => {
    expect(await lookUp('localhost', 'public')).toBe(
      'the name leads to an address that is not public',
    )
    expect(await lookUp('localhost', 'development')).toContainEqual({
      address: '127.0.0.1',
      family: 4,
    })
  })
})
