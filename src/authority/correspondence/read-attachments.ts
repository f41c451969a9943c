import { sha256Hex } from '../../platform/ids.ts'
import { pictureTypeOf } from '../officers/picture-type.ts'
import { MAX_ATTACHMENT_BYTES, type AttachmentType, type SentAttachment } from './letter.ts'
import { notTaken, taken, type LetterRefusal, type LetterResult } from './letter-refusal.ts'

/** A file of a letter whose bytes are what its sender says they are. */
export interface Attachment {
  readonly name: string
  readonly mediaType: AttachmentType
  readonly sha256: string
  readonly content: Buffer
}

/** Reads the files of a letter; one that is cut off, changed or something else is refused by its place. */
export function readAttachments(
  sent: readonly SentAttachment[] = [],
): LetterResult<readonly Attachment[]> {
  const attachments: Attachment[] = []
  for (const [index, { name, mediaType, sha256, content: base64 }] of sent.entries()) {
    const content = Buffer.from(base64, 'base64')
    const path = `/attachments/${index}`
    const fault = faultOf(content, { base64, mediaType, sha256 })
    if (fault !== undefined) {
      const { field, message, zh } = fault
      return notTaken({ code: 'malformed', path: `${path}/${field}`, message, zh: { message: zh } })
    }
    attachments.push({ name, mediaType, sha256, content })
  }
  return taken(attachments)
}

interface AttachmentFault extends Pick<LetterRefusal, 'message'> {
  readonly field: keyof SentAttachment
  readonly zh: string
}

function faultOf(
  content: Buffer,
  { base64, mediaType, sha256 }: Pick<SentAttachment, 'mediaType' | 'sha256'> & { base64: string },
): AttachmentFault | undefined {
  // Node reads base64 as far as it can; what does not come back the same was something else.
  if (content.toString('base64') !== base64) {
    return { field: 'content', message: 'The file is not in base64.', zh: '文件不是 base64 编码。' }
  }
  if (content.length === 0) {
    return { field: 'content', message: 'The file is empty.', zh: '文件为空。' }
  }
  if (content.length > MAX_ATTACHMENT_BYTES) {
    return { field: 'content', message: 'The file has more than 5 MB.', zh: '文件超过5 MB。' }
  }
  if (sha256Hex(content) !== sha256) {
    return {
      field: 'sha256',
      message: 'The file has another digest than is stated.',
      zh: '文件的摘要与所填不符。',
    }
  }
  if (!isOfType(content, mediaType)) {
    return {
      field: 'mediaType',
      message: `By its bytes the file is no ${mediaType}.`,
      zh: `从内容看，该文件不是 ${mediaType}。`,
    }
  }
  return undefined
}

const PDF_SIGNATURE = Buffer.from('%PDF-', 'latin1')

function isOfType(content: Buffer, mediaType: AttachmentType): boolean {
  switch (mediaType) {
    case 'application/pdf':
      return content.subarray(0, PDF_SIGNATURE.length).equals(PDF_SIGNATURE)
    case 'image/png':
    case 'image/jpeg':
      return pictureTypeOf(content) === mediaType
    case 'text/plain':
    case 'text/csv':
      return isText(content)
  }
}

function isText(content: Buffer): boolean {
  if (content.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}
