import type { FastifyRequest, RouteOptions } from 'fastify'

import { refuse } from './refusal.ts'
import type { ApiServer } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For a POST that only works something out and so needs no `Idempotency-Key`. */
    readonly changes?: 'nothing'
  }
}

const KEY = /^[\x21-\x7e]{1,255}$/

/** Whether requests of a route have to carry an `Idempotency-Key`: all that make something do. */
export function needsIdempotencyKey({ method, config }: Pick<RouteOptions, 'method' | 'config'>) {
  const admittedByKey = config?.admit !== 'anyone' && config?.admit !== 'authority'
  return method === 'POST' && admittedByKey && config?.changes !== 'nothing'
}

/** Refuses such requests early, before their body is read. */
export function requireIdempotencyKeys(server: ApiServer): void {
  server.addHook('onRoute', (route) => {
    if (!needsIdempotencyKey(route)) return
    const others = route.onRequest === undefined ? [] : [route.onRequest].flat()
    route.onRequest = [
      (request, _reply, done) => {
        idempotencyKeyOf(request)
        done()
      },
      ...others,
    ]
  })
}

/**
 * The `Idempotency-Key` of a request: 1 to 255 visible ASCII characters. Refuses the request with
 * `idempotency-key-missing` where there is none or it is not of that form.
 */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && KEY.test(key)) return key
  return refuse({
    code: 'idempotency-key-missing',
    path: '',
    message:
      key === undefined
        ? 'The request has no Idempotency-Key.'
        : 'The Idempotency-Key is not 1 to 255 visible ASCII characters.',
    mend: 'Make up a new random one for each change, such as a UUID, and repeat it with each retry.',
    zh: {
      message:
        key === undefined
          ? '请求没有 Idempotency-Key。'
          : 'Idempotency-Key 不是1至255个可见的 ASCII 字符。',
      mend: '请为每次更改生成新的随机值（例如 UUID），重试时重复使用该值。',
    },
  })
}
