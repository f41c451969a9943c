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
import type { Moment } from '../hours/moment.ts'
import { writeFileResult } from '../notification/write-file-result.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { Office } from '../processing/office.ts'
import { lockLodgement, type AuthorityTransaction } from '../store/lodgement-store.ts'
import { storeNotifications } from '../store/write-changes.ts'
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

/** In the place of a function code, which the result of a file has not. */
const FILE_CODE = 'FILE'

/** The EICAR test file, which every scanner for viruses reports and which does no harm. */
const TEST_VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

const taken = {
  outcome: 'SUCCESS',
  details: 'Thank you for submitting your documents.',
} as const
const heldBack = { outcome: 'QUARANTINE', details: 'A virus was found in the file.' } as const

interface ReceivedFile {
  readonly reference: string
  readonly content: Buffer
  readonly fileName: string
  readonly mediaType: string
}

/** Keeps a file and tells its sender, or holds back one with a virus and tells that. */
async function keepFile(
  office: Office,
  reply: FastifyReply,
  file: ReceivedFile,
): Promise<FastifyReply> {
  const moment = { officeAt: office.clock.now(), wallAt: office.wallClock.now() }
  const isHeldBack = file.content.includes(TEST_VIRUS)
  const mrn = await inTransaction(office.database, async (transaction) => {
    const change = isHeldBack ? { expires_at: moment.wallAt } : keptAs(file, moment)
    const place = await takePlace(transaction, { file, moment, change })
    if (place === undefined) return undefined
    await tellResult(transaction, { file, moment, place, result: isHeldBack ? heldBack : taken })
    return isHeldBack ? mrnOf(transaction, place) : lookedAtNow(transaction, place, moment)
  })
  if (mrn === undefined) return replyError(reply, interfaceErrors.notFound)
  office.wake()
  office.news.tell([mrn])
  return reply.status(204).send()
}

function keptAs({ content, fileName, mediaType }: ReceivedFile, { officeAt }: Moment) {
  return {
    received_at: officeAt,
    file_name: fileName.slice(0, 200),
    media_type: mediaType.slice(0, 100),
    size_bytes: content.length,
    sha256: sha256Hex(content),
    content,
  }
}

interface TakenPlace {
  readonly lodgement_id: string
  readonly document_type: string
  readonly application_id: string
}

/** Each place is taken once, and while it is open. */
async function takePlace(
  transaction: AuthorityTransaction,
  {
    file: { reference },
    moment: { wallAt },
    change,
  }: {
    readonly file: ReceivedFile
    readonly moment: Moment
    readonly change: { readonly expires_at: string } | ReturnType<typeof keptAs>
  },
): Promise<TakenPlace | undefined> {
  return transaction
    .updateTable('file_upload')
    .set(change)
    .where('reference', '=', reference)
    .where('received_at', 'is', null)
    .where('expires_at', '>', new Date(wallAt))
    .returning(['lodgement_id', 'document_type', 'application_id'])
    .executeTakeFirst()
}

interface ToldResult {
  readonly file: ReceivedFile
  readonly moment: Moment
  readonly place: TakenPlace
  readonly result: typeof taken | typeof heldBack
}

/** HMRC's service for files has one conversation for each file, and it is the file's reference. */
async function tellResult(
  transaction: AuthorityTransaction,
  { file, moment, place, result: { outcome, details } }: ToldResult,
): Promise<void> {
  const { reference, fileName, mediaType, content } = file
  const written = {
    id: randomUUID().replaceAll('-', ''),
    applicationId: place.application_id,
    conversationId: reference,
    lodgementId: place.lodgement_id,
    code: FILE_CODE,
    body: writeFileResult({ reference, fileName, outcome, details }),
  }
  await storeNotifications(transaction, [written], moment)
  const what =
    outcome === 'SUCCESS' ? 'sent a file' : 'sent a file with a virus, which was not kept'
  await transaction
    .insertInto('dossier_entry')
    .values({
      lodgement_id: place.lodgement_id,
      at: moment.officeAt,
      actor: 'trader',
      what: `${what}: ${place.document_type}`,
      detail: JSON.stringify({ reference, fileName, mediaType, sizeBytes: content.length }),
    })
    .execute()
}

async function mrnOf(
  transaction: AuthorityTransaction,
  { lodgement_id }: TakenPlace,
): Promise<string> {
  const { mrn } = await transaction
    .selectFrom('lodgement')
    .select('mrn')
    .where('id', '=', lodgement_id)
    .executeTakeFirstOrThrow()
  return mrn
}

/** Where the office decides by itself, the time for looking at what was sent begins now. */
async function lookedAtNow(
  transaction: AuthorityTransaction,
  { lodgement_id }: TakenPlace,
  { officeAt }: Moment,
): Promise<string> {
  const { mrn } = await transaction
    .updateTable('lodgement')
    .set({
      due_at: sql`case when state in ('accepted', 'released') then ${new Date(officeAt)}
      else due_at end`,
    })
    .where('id', '=', lodgement_id)
    .returning('mrn')
    .executeTakeFirstOrThrow()
  return mrn
}
