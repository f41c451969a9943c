import type { HttpClient, HttpOutcome } from '../../platform/http/index.ts'
import { childNamed, findElement, readXml, writeXml } from '../../customs/xml/index.ts'
import type { SendOutcome } from '../channel.ts'
import { type DocumentEnvelope, openDocument } from '../document-envelope.ts'
import type { OutboxMessage } from '../outbox.ts'
import { submissionHeaders, type UkCdsCredentials } from './credentials.ts'
import { submissionOutcome } from './submission-outcome.ts'

const NAMESPACE = 'hmrc:fileupload'

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
  http: HttpClient,
  credentials: UkCdsCredentials,
  message: OutboxMessage,
): Promise<SendOutcome> {
  const document = openDocument(message.body)
  const place = await http.send({
    method: 'POST',
    url: `${credentials.baseUrl}/customs/declarations/file-upload`,
    headers: submissionHeaders(credentials),
    body: placeRequest(document),
  })
  if (place.kind !== 'answered' || place.status !== 200) return beforeUpload(place)
  const upload = readPlace(Buffer.from(place.body))
  if (upload === undefined) return { kind: 'not-sent', why: 'no upload place in the answer' }
  const outcome = await http.send(uploadRequest(document, upload, message.lrn))
  return afterUpload(outcome, upload.reference)
}

/** Nothing of the document has left before there is a place for it. */
function beforeUpload(outcome: HttpOutcome): SendOutcome {
  const result = submissionOutcome(outcome)
  return result.kind === 'refused' ? result : { kind: 'not-sent', why: whyOf(result) }
}

function whyOf(result: SendOutcome): string {
  return 'why' in result ? result.why : 'the authority gave no upload place'
}

function afterUpload(outcome: HttpOutcome, reference: string): SendOutcome {
  if (outcome.kind !== 'answered') return outcome
  if (outcome.status >= 200 && outcome.status < 300) {
    return { kind: 'delivered', conversationId: reference }
  }
  return submissionOutcome(outcome)
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
