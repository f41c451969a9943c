import { crc32 } from 'node:zlib'

import type { BilingualText } from '../../customs/bilingual-text.ts'

/** Before the first chunk. */
const SIGNATURE_LENGTH = 8
/** What a chunk has around its data: four bytes each. */
const LENGTH_TYPE_AND_CHECKSUM = 12

/** What is wrong with the chunks of a PNG file (ISO/IEC 15948), if anything is. */
export function pngFault(bytes: Buffer): BilingualText | undefined {
  let offset = SIGNATURE_LENGTH
  let chunkCount = 0
  while (offset + LENGTH_TYPE_AND_CHECKSUM <= bytes.length) {
    const length = bytes.readUInt32BE(offset)
    const type = bytes.toString('latin1', offset + 4, offset + 8)
    const end = offset + LENGTH_TYPE_AND_CHECKSUM + length
    if (end > bytes.length) break
    const isSound = crc32(bytes.subarray(offset + 4, end - 4)) === bytes.readUInt32BE(end - 4)
    if (!isSound)
      return {
        en: `The PNG file is damaged in its chunk ${type}.`,
        zh: `PNG 文件的 ${type} 数据块已损坏。`,
      }
    if (chunkCount === 0 && (type !== 'IHDR' || length !== 13))
      return { en: 'The PNG file has no header.', zh: 'PNG 文件没有文件头。' }
    // A file that goes on behind its end is two files in one.
    if (type === 'IEND')
      return end === bytes.length
        ? undefined
        : { en: 'The PNG file goes on behind its end.', zh: 'PNG 文件在结尾之后还有内容。' }
    offset = end
    chunkCount += 1
  }
  return { en: 'The PNG file breaks off before its end.', zh: 'PNG 文件不完整，在结尾前中断。' }
}
