import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../platform/postgres/index.ts'
import { checkStructure } from '../message/check-structure.ts'
import { inventoryNamespaceOf } from '../message/namespaces.ts'
import { readMovement } from '../message/read-requests.ts'
import { movementStructure } from '../message/request-structures.ts'
import type { Office } from '../processing/office.ts'
import { mrnOfDucr } from '../store/lodgement-store.ts'
import { recordRequest } from '../store/message-store.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { faultDetail, takenNow } from './declaration-routes.ts'
import { interfaceErrors, replyError, schemaError } from './error-response.ts'
import { senderOf } from './trader-scope.ts'

/** Arrivals and departures of exported goods, in the shape of HMRC's inventory linking for exports. */
export function inventoryRoutes(server: FastifyInstance, office: Office): void {
  server.post('/customs/inventory-linking/exports', async (request, reply) => {
    const parsed = parseXml(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
    if (!parsed.ok) return replyError(reply, interfaceErrors.notXml)
    const faults = checkStructure(parsed.value, movementStructure, inventoryNamespaceOf)
    if (faults.length > 0) return replyError(reply, schemaError(faults.map(faultDetail)))
    const conversationId = randomUUID()
    const movement = readMovement(parsed.value)
    await inTransaction(office.database, async (transaction) => {
      const mrn = await mrnOfDucr(transaction, movement.ucr, senderOf(request).id)
      const asked = { movement, ...(mrn !== undefined && { mrn }) }
      const taken = takenNow(office, request, conversationId)
      await recordRequest(transaction, taken, { kind: 'movement', request: asked })
    })
    office.wake()
    return reply.status(202).header('x-conversation-id', conversationId).send()
  })
}
