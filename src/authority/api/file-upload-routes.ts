import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { sha256Hex } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { checkStructure } from '../message/check-structure.ts'
import { fileUploadNamespaceOf, namespaces } from '../message/namespaces.ts'
import { readFileUploadRequest, type FileUploadRequest } from '../message/read-requests.ts'
import { fileUploadStructure } from '../message/request-structures.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { Office } from '../processing/office.ts'
import { lockLodgement, type AuthorityTransaction } from '../store/lodgement-store.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { node, writeXml, type XmlNode } from '../xml/write-xml.ts'
import { faultDetail } from './declaration-routes.ts'
import { interfaceErrors, replyError, replyXml, schemaError } from './error-response.ts'
import { senderOf } from './trader-scope.ts'

/** The largest file that HMRC takes. */
const MAX_FILE_BYTES = 10_000_000
const MOST_FILES = 50
const PLACE_LIFE_SECONDS = 7 * 86_400

/** First step: a trader asks for places to put the papers of one declaration. */
export function fileUploadRoutes(server: FastifyInstance, office: Office): void {
  server.post('/customs/declarations/file-upload', async (request, reply) => {
    const parsed = parseXml(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
    if (!parsed.ok) return replyError(reply, interfaceErrors.notXml)
    const faults = checkStructure(parsed.value, fileUploadStructure, fileUploadNamespaceOf)
    if (faults.length > 0) return replyError(reply, schemaError(faults.map(faultDetail)))
    const wanted = readFileUploadRequest(parsed.value)
    if (wanted.files.length !== wanted.groupSize || wanted.files.length > MOST_FILES) {
      const message = `FileGroupSize must be the number of files, at most ${MOST_FILES}`
      return replyError(reply, schemaError([{ code: 'BAD_REQUEST', message }]))
    }
    const conversationId = randomUUID()
    const { id: applicationId } = senderOf(request)
    const places = await inTransaction(office.database, (transaction) =>
      reservePlaces(transaction, office, { applicationId, conversationId, wanted }),
    )
    if (places === undefined) return replyError(reply, interfaceErrors.notFound)
    const base = `${request.protocol}://${request.host}`
    const files = places.map((reference) => placeNode(base, reference))
    const body = node('FileUploadResponse', [node('Files', files)], {
      xmlns: namespaces.fileUpload,
    })
    return replyXml(reply.header('x-conversation-id', conversationId), writeXml(body))
  })
}

interface Reservation {
  readonly applicationId: string
  readonly conversationId: string
  readonly wanted: FileUploadRequest
}

async function reservePlaces(
  transaction: AuthorityTransaction,
  office: Office,
  { applicationId, conversationId, wanted }: Reservation,
): Promise<readonly string[] | undefined> {
  const lodgement = await lockLodgement(transaction, wanted.mrn)
  if (lodgement?.applicationId !== applicationId) return undefined
  const rows = wanted.files.map((file) => ({
    reference: randomUUID(),
    application_id: applicationId,
    lodgement_id: lodgement.id,
    conversation_id: conversationId,
    sequence: file.sequence,
    document_type: file.documentType,
    expires_at: secondsAfter(office.wallClock.now(), PLACE_LIFE_SECONDS),
  }))
  await transaction.insertInto('file_upload').values(rows).execute()
  return rows.map((row) => row.reference)
}

function placeNode(base: string, reference: string): XmlNode {
  return node('File', [
    node('Reference', reference),
    node('UploadRequest', [
      node('Href', `${base}/customs/file-upload/${reference}`),
      node('Fields', [node('key', reference)]),
    ]),
  ])
}

const placeParameters = Type.Object({ reference: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })

/**
 * Second step: the file itself comes as a form to the place that was given out. The reference is
 * the only key, as with a signed address, and each place takes one file.
 */
export async function uploadRoutes(plain: FastifyInstance, office: Office): Promise<void> {
  await plain.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 20, parts: 21 },
  })
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error.statusCode === 413) return replyError(reply, interfaceErrors.tooLarge)
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return replyError(reply, {
        status: error.statusCode,
        code: 'BAD_REQUEST',
        message: 'No form',
      })
    }
    request.log.error({ error }, 'an upload failed')
    return replyError(reply, interfaceErrors.internal)
  })
  server.post(
    '/customs/file-upload/:reference',
    { schema: { params: placeParameters }, bodyLimit: MAX_FILE_BYTES + 100_000 },
    async (request, reply) => {
      const file = await request.file()
      if (file === undefined) return replyError(reply, noFile)
      const content = await file.toBuffer()
      const received = { content, fileName: file.filename, mediaType: file.mimetype }
      return keepFile(office, reply, { reference: request.params.reference, ...received })
    },
  )
}

const noFile = { status: 400, code: 'BAD_REQUEST', message: 'The form has no file' }

interface ReceivedFile {
  readonly reference: string
  readonly content: Buffer
  readonly fileName: string
  readonly mediaType: string
}

async function keepFile(
  office: Office,
  reply: FastifyReply,
  { reference, content, fileName, mediaType }: ReceivedFile,
): Promise<FastifyReply> {
  const now = office.clock.now()
  const mrn = await inTransaction(office.database, async (transaction) => {
    const row = await transaction
      .updateTable('file_upload')
      .set({
        received_at: now,
        file_name: fileName.slice(0, 200),
        media_type: mediaType.slice(0, 100),
        size_bytes: content.length,
        sha256: sha256Hex(content),
        content,
      })
      .where('reference', '=', reference)
      .where('received_at', 'is', null)
      .where('expires_at', '>', new Date(office.wallClock.now()))
      .returning(['lodgement_id', 'document_type'])
      .executeTakeFirst()
    if (row === undefined) return undefined
    await transaction
      .insertInto('dossier_entry')
      .values({
        lodgement_id: row.lodgement_id,
        at: now,
        actor: 'trader',
        what: `sent a file: ${row.document_type}`,
        detail: JSON.stringify({ reference, fileName, mediaType, sizeBytes: content.length }),
      })
      .execute()
    // Where the office decides by itself, the time for looking at it begins now.
    const lodgement = await transaction
      .updateTable('lodgement')
      .set({
        due_at: sql`case when state = 'accepted' then ${new Date(now)} else due_at end`,
      })
      .where('id', '=', row.lodgement_id)
      .returning('mrn')
      .executeTakeFirstOrThrow()
    return lodgement.mrn
  })
  if (mrn === undefined) return replyError(reply, interfaceErrors.notFound)
  office.wake()
  office.news.tell([mrn])
  return reply.status(204).send()
}
