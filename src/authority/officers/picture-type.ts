/** A type of picture that the office keeps. */
export type PictureType = 'image/png' | 'image/jpeg'

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_END = Buffer.from('IEND', 'latin1')
/** The last chunk of a PNG: its name, without content, and a checksum of four bytes. */
const PNG_END_FROM_BACK = 8
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff])
const JPEG_END = Buffer.from([0xff, 0xd9])

/**
 * What a file is by its own bytes, whatever its sender calls it: from its first bytes to its last,
 * so that neither a cut-off picture nor something else behind one is taken.
 */
export function pictureTypeOf(content: Buffer): PictureType | undefined {
  const pngEnd = content.subarray(content.length - PNG_END_FROM_BACK).subarray(0, PNG_END.length)
  if (startsWith(content, PNG_SIGNATURE) && pngEnd.equals(PNG_END)) return 'image/png'
  const jpegEnd = content.subarray(content.length - JPEG_END.length)
  if (startsWith(content, JPEG_START) && jpegEnd.equals(JPEG_END)) return 'image/jpeg'
  return undefined
}

function startsWith(content: Buffer, start: Buffer): boolean {
  return content.subarray(0, start.length).equals(start)
}
