import type { FastifyRequest } from 'fastify'

import type { Failure } from '../../customs/result.ts'
import { refuse } from './refusal.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a change that another site makes a browser send. The browser adds its cookie by itself, and
 * to SameSite another port of the same host is the same site; `Origin` says which page has asked.
 *
 * @param origin that of our own pages
 */
export function requireOwnOrigin(request: FastifyRequest, origin: string): void {
  if (SAFE_METHODS.includes(request.method)) return
  if (request.headers.origin !== origin) refuse(foreignOrigin(origin))
}

function foreignOrigin(origin: string): Failure {
  return {
    code: 'foreign-origin',
    path: '',
    message: `With a session, changes are made from the pages at ${origin} only.`,
    mend: `Open ${origin}/console/ in the browser; programs use an API key.`,
    zh: {
      message: `登录会话只能从 ${origin} 的页面进行更改。`,
      mend: `请在浏览器中打开 ${origin}/console/；程序请使用 API 密钥。`,
    },
  }
}
