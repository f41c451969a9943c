/** What papers of letters are: documents and pictures of them, nothing that runs. */
export const takenMediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/csv',
  'text/plain',
] as const

/** One of {@link takenMediaTypes}. */
export type PaperMediaType = (typeof takenMediaTypes)[number]

/** By which bytes a file begins; the signatures that the formats themselves define. */
const beginnings: readonly (readonly [PaperMediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
]

/**
 * What a paper is, by its bytes; undefined where it is none of {@link takenMediaTypes}. Text has no
 * signature: it is what can be read as UTF-8, has no control characters, and was called text.
 *
 * @param called the media type that its sender gives
 */
export function mediaTypeOf(bytes: Buffer, called: string): PaperMediaType | undefined {
  const [seen] = beginnings.find(([, begin]) => bytes.subarray(0, begin.length).equals(begin)) ?? []
  if (seen !== undefined) return seen
  const text = called.toLowerCase().split(';')[0]!.trim()
  if (text !== 'text/plain' && text !== 'text/csv') return undefined
  return isText(bytes) ? text : undefined
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}
