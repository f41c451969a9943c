import type { FastifyInstance } from 'fastify'
import type { Office } from '../processing/office.ts'

/** Liveness and readiness; the second asks the database. */
export function healthRoutes(server: FastifyInstance, office: Office): void {
  server.get('/health/live', () => ({ status: 'live' }))
  server.get('/health/ready', async (_request, reply) => {
    try {
      await office.database.ping()
      return { status: 'ready' }
    } catch {
      return reply.status(503).send({ status: 'the database does not answer' })
    }
  })
}
