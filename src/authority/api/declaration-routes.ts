import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../platform/postgres/index.ts'
import { checkStructure, type StructureFault } from '../message/check-structure.ts'
import { declarationStructure } from '../message/declaration-structure.ts'
import { metaDataNamespaceOf } from '../message/namespaces.ts'
import { readDeclaration } from '../message/read-declaration.ts'
import { readRequest } from '../message/read-requests.ts'
import { cancellationStructure } from '../message/request-structures.ts'
import type { ElementRule } from '../message/structure.ts'
import { newMrn } from '../notification/mrn.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { Office } from '../processing/office.ts'
import { recordDeclaration, recordRequest, type TakenMessage } from '../store/message-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { MessageKind } from '../store/tables.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { interfaceErrors, replyError, schemaError } from './error-response.ts'
import { senderOf } from './trader-scope.ts'

/** HMRC takes declarations of up to 10 MB. */
const MAX_BODY_BYTES = 10_000_000

/** Keeps a message. @returns the MRN that it has got or speaks of */
type Keep = (
  transaction: AuthorityTransaction,
  taken: TakenMessage,
  message: XmlElement,
) => Promise<string | undefined>

/**
 * Submission, amendment, arrival notification and cancellation request. A message that is well-formed and has
 * the right structure is kept and answered with 202 and its conversation; all else about it is
 * told later by notifications.
 */
export function declarationRoutes(server: FastifyInstance, office: Office): void {
  const take = (url: string, structure: ElementRule, keep: Keep): void => {
    server.post(url, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
      const message = readMessage(request, reply, structure)
      if (message === undefined) return reply
      const conversationId = randomUUID()
      const mrn = await inTransaction(office.database, (transaction) =>
        keep(transaction, takenNow(office, request, conversationId), message),
      )
      office.wake()
      if (mrn !== undefined) office.news.tell([mrn])
      return reply.status(202).header('x-conversation-id', conversationId).send()
    })
  }
  take('/customs/declarations', declarationStructure, async (transaction, taken, message) => {
    const mrn = newMrn(taken.receivedAt)
    await recordDeclaration(transaction, taken, { declaration: readDeclaration(message), mrn })
    return mrn
  })
  take('/customs/declarations/arrival-notification', declarationStructure, keepRequest('arrival'))
  take('/customs/declarations/amend', declarationStructure, keepRequest('amendment'))
  take(
    '/customs/declarations/cancellation-requests',
    cancellationStructure,
    keepRequest('cancellation'),
  )
}

function keepRequest(kind: Exclude<MessageKind, 'declaration' | 'movement'>): Keep {
  return async (transaction, taken, message) => {
    const request = readRequest(message)
    await recordRequest(transaction, taken, { kind, request })
    return request.mrn
  }
}

/** The message of a request, or nothing after the reply has been given an error. */
function readMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  structure: ElementRule,
): XmlElement | undefined {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const parsed = parseXml(body)
  if (!parsed.ok) {
    const details = [{ code: 'xml_validation_error', message: parsed.failures[0].message }]
    void replyError(reply, { ...interfaceErrors.notXml, details })
    return undefined
  }
  const faults = checkStructure(parsed.value, structure, metaDataNamespaceOf)
  if (faults.length > 0) {
    void replyError(reply, schemaError(faults.map(faultDetail)))
    return undefined
  }
  return parsed.value
}

/**
 * One fault of structure as a detail of the `errorResponse`, under HMRC's code for schema errors.
 * The line comes first: a sender of many messages finds the element there without a parser.
 */
export function faultDetail(fault: StructureFault): { code: string; message: string } {
  return {
    code: 'xml_validation_error',
    message: `line ${fault.line}, ${fault.path}: ${fault.message}`,
  }
}

/** A message that has come just now, to be looked at when the office takes its time to. */
export function takenNow(
  office: Office,
  request: FastifyRequest,
  conversationId: string,
): TakenMessage {
  const receivedAt = office.clock.now()
  return {
    applicationId: senderOf(request).id,
    conversationId,
    body: request.body as Buffer,
    receivedAt,
    dueAt: secondsAfter(receivedAt, office.settings().processingDelaySeconds),
  }
}
