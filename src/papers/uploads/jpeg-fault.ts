import type { BilingualText } from '../../customs/bilingual-text.ts'

/** Markers of ITU-T T.81, table B.1, each preceded by FF. */
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Start of frame in each of the codings of ITU-T T.81; C4, C8 and CC are other segments. */
const FRAMES = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])

/** What is wrong with the segments of a JPEG file (ITU-T T.81), if anything is. */
export function jpegFault(bytes: Buffer): BilingualText | undefined {
  let offset = 2
  let hasFrame = false
  while (offset + 4 <= bytes.length) {
    const marker = bytes[offset + 1]!
    if (bytes[offset] !== 0xff)
      return {
        en: 'The JPEG file is damaged between its segments.',
        zh: 'JPEG 文件的段之间已损坏。',
      }
    if (marker === START_OF_SCAN) return faultOfScan(bytes, hasFrame)
    hasFrame ||= FRAMES.has(marker)
    const length = bytes.readUInt16BE(offset + 2)
    if (length < 2)
      return { en: 'The JPEG file is damaged in a segment.', zh: 'JPEG 文件的一个段已损坏。' }
    offset += 2 + length
  }
  return { en: 'The JPEG file breaks off before its image.', zh: 'JPEG 文件不完整，在图像前中断。' }
}

/** The coded image has no length of its own: it reaches to the end of the file. */
function faultOfScan(bytes: Buffer, hasFrame: boolean): BilingualText | undefined {
  if (!hasFrame) return { en: 'The JPEG file has no frame.', zh: 'JPEG 文件没有图像帧。' }
  const endsWithImage = bytes.at(-2) === 0xff && bytes.at(-1) === END_OF_IMAGE
  return endsWithImage
    ? undefined
    : { en: 'The JPEG file does not end with its image.', zh: 'JPEG 文件不以图像结尾。' }
}
