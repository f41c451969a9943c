import type { AttachmentType, SentAttachment } from '../../../authority/correspondence/letter.ts'
import { checkFile, type FileLimits } from '../../kit/check-file.ts'

/** The types of files, by the ending where a browser does not know them. */
const TYPES: Readonly<Record<string, AttachmentType>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
}

/** What comes with a letter; the office takes no more. */
export const letterLimits: FileLimits = {
  bytesMax: 5 * 1024 * 1024,
  accept: Object.keys(TYPES),
  kinds: { en: 'a PDF, PNG, JPEG, text or CSV file', zh: 'PDF、PNG、JPEG、文本或 CSV 文件' },
}

/** A file as it goes with a letter; throws what is wrong with it. */
export async function attachFile(file: File): Promise<SentAttachment> {
  checkFile(file, letterLimits)
  const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? ''
  const bytes = new Uint8Array(await file.arrayBuffer())
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return {
    name: file.name,
    mediaType: TYPES[ending] ?? 'text/plain',
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    content: base64Of(bytes),
  }
}

/** As many bytes at a time as a call may have arguments. */
const PIECE = 0x8000

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE))
  }
  return btoa(binary)
}
