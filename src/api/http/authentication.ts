import type { FastifyRequest } from 'fastify'

import {
  type Authenticate,
  isPerson,
  mayDo,
  noteSessionSeen,
  type Permission,
  type Principal,
} from '../../access/index.ts'
import type { Failure } from '../../customs/result.ts'
import type { ApiPorts } from '../api-ports.ts'
import { requireOwnOrigin } from './own-origin.ts'
import { badKeyCounter } from './rate-limit.ts'
import { refuse } from './refusal.ts'
import type { ApiServer } from './route.ts'
import { sessionSecretOf } from './session-cookie.ts'

/**
 * Lets a request reach its route only with a key or a session that has the right that the route asks
 * for.
 */
export function authenticateRequests(server: ApiServer, ports: ApiPorts): void {
  server.decorateRequest('principal', null)
  const countBadKey = badKeyCounter(server)
  const { origin } = new URL(ports.publicUrl)
  server.addHook('onRequest', async (request, reply) => {
    // A path without a route has no configuration; it ends as 404 and protects nothing.
    const { admit = 'anyone' } = request.routeOptions.config
    if (admit === 'anyone' || admit === 'authority') return
    const found = principalBehind(request, ports)
    const principal = found instanceof Promise ? await found : found
    if (principal === undefined) {
      if (showsKey(request)) await countBadKey(request)
      reply.header('www-authenticate', 'Bearer realm="tidewaiter"')
      return refuse(sessionSecretOf(request, ports) === undefined ? notAuthenticated : signedOut)
    }
    const obstacle = obstacleTo(principal, admit)
    if (obstacle !== undefined) refuse(obstacle)
    if (isPerson(principal)) {
      requireOwnOrigin(request, origin)
      if (isAttended(request)) await noteSessionSeen(ports.database, principal, ports.clock.now())
    }
    request.principal = principal
  })
}

/** Whether the sender of a request that is still being answered could send it now. */
export async function isStillAdmitted(request: FastifyRequest, ports: ApiPorts): Promise<boolean> {
  const { admit = 'anyone' } = request.routeOptions.config
  if (admit === 'anyone' || admit === 'authority') return true
  const principal = await principalBehind(request, ports)
  return principal !== undefined && obstacleTo(principal, admit) === undefined
}

/**
 * Only who shows a key can be trying keys out. A page that stays open after its session has ended goes
 * on asking, and must not keep everybody behind its address from signing in.
 */
function showsKey({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined
}

function principalBehind(request: FastifyRequest, ports: ApiPorts): ReturnType<Authenticate> {
  const { authorization } = request.headers
  return ports.authenticate({ authorization, sessionSecret: sessionSecretOf(request, ports) })
}

function obstacleTo(principal: Principal, admit: Permission | 'person'): Failure | undefined {
  if (admit === 'person') return isPerson(principal) ? undefined : forPeopleOnly
  return mayDo(principal.role, admit) ? undefined : noRight(principal.role, admit)
}

/**
 * Whether somebody sits at the page that asks. What an open page asks for by itself, its streams and
 * its polls, must not keep a session alive that nobody uses.
 */
function isAttended({ headers }: FastifyRequest): boolean {
  const isStream = headers.accept?.includes('text/event-stream') ?? false
  return headers['tidewaiter-unattended'] === undefined && !isStream
}

/** Said to people, who come with a cookie; programs come with a key. */
const signedOut: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'You are no longer signed in.',
  mend: 'Sign in again; what you had saved is kept.',
  zh: { message: '您的登录已失效。', mend: '请重新登录；已保存的内容不受影响。' },
}

const notAuthenticated: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'The request carries no valid key and comes from nobody who is signed in.',
  mend:
    'Sign in at /console/, or send the header "Authorization: Bearer tw_..." with a key that is ' +
    'neither expired nor revoked.',
  zh: {
    message: '请求没有有效的密钥，也不是来自已登录的人员。',
    mend: '请在 /console/ 登录；程序请发送请求头 "Authorization: Bearer tw_..."，密钥须未过期且未被撤销。',
  },
}

const forPeopleOnly: Failure = {
  code: 'forbidden',
  path: '',
  message: 'This is about the account of a person, and a key has none.',
  mend: 'Sign in at /console/.',
  zh: { message: '此操作针对人员账号，而密钥没有人员账号。', mend: '请在 /console/ 登录。' },
}

/** The refusal of somebody whose role does not have a right. */
export function noRight(role: string, permission: Permission): Failure {
  return {
    code: 'forbidden',
    path: '',
    message: `The role ${role} does not have the right ${permission}.`,
    mend: 'Use a key with another role, or ask an owner for the right role.',
    zh: {
      message: `角色 ${role} 没有权限 ${permission}。`,
      mend: '请使用其他角色的密钥，或向所有者申请相应的角色。',
    },
  }
}
