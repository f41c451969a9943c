import type { HttpOutcome } from '../../platform/http/index.ts'
import { childNamed, findElement, readXml, writeXml } from '../../customs/xml/index.ts'
import type { SendOutcome } from '../channel.ts'
import { type DocumentEnvelope, openDocument } from '../document-envelope.ts'
import type { OutboxMessage } from '../outbox.ts'
import type { Turns } from '../turns.ts'
import { ofBusiness, sendAuthorised } from './authorised-request.ts'
import type { UkCdsConnection } from './channel.ts'
import { uploadRequestHeaders } from './headers.ts'
import { submissionOutcome } from './submission-outcome.ts'

const NAMESPACE = 'hmrc:fileupload'
const NO_PLACE = 'the authority gave no upload place'

interface UploadPlace {
  readonly reference: string
  readonly href: string
  /** Form fields that the upload has to carry before the file. */
  readonly fields: readonly (readonly [string, string])[]
}

/**
 * Uploads a requested document: first the authority is asked for a place, then the file goes there.
 * Asking twice gives two places, so a repeated sending after doubt may leave an empty one behind,
 * never half a document.
 */
export async function uploadDocument(
  connection: UkCdsConnection,
  message: OutboxMessage,
  turns: Turns,
  announce?: (conversationId: string) => Promise<void>,
): Promise<SendOutcome> {
  const { http, baseUrl, access, community, clock } = connection
  const document = openDocument(message.body)
  const place = await sendAuthorised({ http, turns }, ofBusiness(access, message.tenantId), {
    method: 'POST',
    url: `${baseUrl}/customs/declarations/file-upload`,
    headers: uploadRequestHeaders(community),
    body: placeRequest(document),
  })
  // Nothing of the document has left before there is a place for it.
  if (place.kind !== 'answered') return { ...place, kind: 'not-sent' }
  if (place.status !== 200) return withoutPlace(place, new Date(clock.now()))
  const upload = readPlace(Buffer.from(place.body))
  if (upload === undefined) return { kind: 'not-sent', why: NO_PLACE, obstacle: 'message' }
  // What became of the file is told under the reference of its place.
  await announce?.(upload.reference)
  const outcome = await http.send(uploadRequest(document, upload, message.lrn))
  return afterUpload(outcome, upload.reference)
}

function withoutPlace(answer: Extract<HttpOutcome, { kind: 'answered' }>, now: Date): SendOutcome {
  const result = submissionOutcome(answer, now)
  if (result.kind === 'unknown') return { ...result, kind: 'not-sent' }
  if (result.kind !== 'delivered') return result
  return { kind: 'not-sent', why: NO_PLACE, obstacle: 'message' }
}

/**
 * The place is a store of files and not HMRC's API: it has explanations of its own, and a redirection is
 * none of ours, since we ask for none. What is in doubt is simply sent again, to a new place.
 */
function afterUpload(outcome: HttpOutcome, reference: string): SendOutcome {
  if (outcome.kind !== 'answered') return { kind: 'not-sent', why: outcome.why }
  const { status: httpStatus } = outcome
  if (httpStatus >= 200 && httpStatus < 300) {
    return { kind: 'delivered', httpStatus, conversationId: reference }
  }
  const why = `the store of files answered HTTP ${httpStatus}`
  return { kind: 'not-sent', httpStatus, why, obstacle: 'message' }
}

function placeRequest({ mrn, documentType }: DocumentEnvelope): string {
  const file = {
    name: 'File',
    children: [
      { name: 'FileSequenceNo', text: '1' },
      { name: 'DocumentType', text: documentType },
    ],
  }
  return writeXml({
    name: 'FileUploadRequest',
    attributes: [['xmlns', NAMESPACE]],
    children: [
      { name: 'DeclarationID', text: mrn },
      { name: 'FileGroupSize', text: '1' },
      { name: 'Files', children: [file] },
    ],
  })
}

function readPlace(body: Buffer): UploadPlace | undefined {
  const document = readXml(body)
  if (!document.ok) return undefined
  const file = findElement(document.value, ({ name }) => name === 'File')
  const request = file && childNamed(file, 'UploadRequest')
  const href = request && childNamed(request, 'Href')?.text.trim()
  if (file === undefined || request === undefined || href === undefined) return undefined
  const fields = childNamed(request, 'Fields')?.children ?? []
  return {
    href,
    reference: childNamed(file, 'Reference')?.text.trim() ?? '',
    fields: fields.map(({ name, text }) => [name, text.trim()] as const),
  }
}

function uploadRequest(document: DocumentEnvelope, { href, fields }: UploadPlace, lrn: string) {
  const boundary = `tidewaiter-${lrn}`
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const fileHead =
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; ` +
    `filename="${quoted(document.fileName)}"\r\ncontent-type: ${document.mediaType}\r\n\r\n`
  return {
    method: 'POST' as const,
    url: href,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(parts.join('') + fileHead, 'utf8'),
      Buffer.from(document.content, 'base64'),
      Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8'),
    ]),
  }
}

/** A file name within a quoted header value (RFC 7578 section 4.2). */
function quoted(fileName: string): string {
  return fileName.replace(/["\r\n\\]/g, '_')
}
