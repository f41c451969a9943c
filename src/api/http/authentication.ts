import { mayDo, type Permission } from '../../access/index.ts'
import type { Failure } from '../../customs/result.ts'
import type { ApiPorts } from '../api-ports.ts'
import { badKeyCounter } from './rate-limit.ts'
import { refuse } from './refusal.ts'
import type { ApiServer } from './route.ts'

/**
 * Lets a request reach its route only with a key that has the right that the route asks for.
 */
export function authenticateRequests(server: ApiServer, ports: ApiPorts): void {
  server.decorateRequest('principal', null)
  const countBadKey = badKeyCounter(server)
  server.addHook('onRequest', async (request, reply) => {
    // A path without a route has no configuration; it ends as 404 and protects nothing.
    const { admit = 'anyone' } = request.routeOptions.config
    if (admit === 'anyone' || admit === 'authority') return
    const principal = await ports.authenticate(request.headers.authorization)
    if (principal === undefined) {
      await countBadKey(request)
      reply.header('www-authenticate', 'Bearer realm="tidewaiter"')
      return refuse(noValidKey)
    }
    if (!mayDo(principal.role, admit)) refuse(noRight(principal.role, admit))
    request.principal = principal
  })
}

const noValidKey: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'The request carries no valid key.',
  mend: 'Send the header "Authorization: Bearer tw_..." with a key that is neither expired nor revoked.',
}

function noRight(role: string, permission: Permission): Failure {
  return {
    code: 'forbidden',
    path: '',
    message: `A key with the role ${role} does not have the right ${permission}.`,
    mend: 'Use a key with another role, or ask an owner for one.',
  }
}
