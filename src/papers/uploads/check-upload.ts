import type { BilingualText } from '../../customs/bilingual-text.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { jpegFault } from './jpeg-fault.ts'
import { pdfFault } from './pdf-fault.ts'
import { pngFault } from './png-fault.ts'

/** The types of papers and photographs that are taken from outside. */
export type UploadType = 'application/pdf' | 'image/png' | 'image/jpeg'

/** A file as it came in. */
export interface Upload {
  readonly bytes: Uint8Array
  /** The media type that the sender states. */
  readonly declaredType: string
}

/** A file that may be kept. */
export interface AcceptedUpload {
  readonly bytes: Uint8Array
  /** The type that the bytes really have. */
  readonly mediaType: UploadType
}

/** The largest file that is taken: a page scanned in colour needs about a tenth of it. */
export const largestUploadBytes = 10 * 1024 * 1024

interface TypeCheck {
  readonly begins: readonly number[]
  /** What is wrong with the bytes, in one sentence; absent where they are sound. */
  readonly fault: (bytes: Buffer) => BilingualText | undefined
}

/** The types are told apart by their first bytes, which no two of them share. */
const typeChecks: Readonly<Record<UploadType, TypeCheck>> = {
  'application/pdf': { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], fault: pdfFault },
  'image/png': { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], fault: pngFault },
  'image/jpeg': { begins: [0xff, 0xd8, 0xff], fault: jpegFault },
}

/**
 * Checks a paper from outside by its bytes, not by its name: size, true type, and a structure that
 * is whole and holds nothing that acts. It is no search for viruses, and says nothing of the
 * content.
 *
 * Fails with `too-large`, or with `unsupported-type` where the type is none of those taken, is not
 * the one declared, or the structure is broken, encrypted or active.
 */
export function checkUpload({ bytes, declaredType }: Upload): Result<AcceptedUpload> {
  if (bytes.length > largestUploadBytes) {
    return failure({
      code: 'too-large',
      path: '',
      message: `The file has ${bytes.length} bytes, more than ${largestUploadBytes}.`,
      mend: 'Scan it at a lower resolution or send it in parts.',
      zh: {
        message: `文件有 ${bytes.length} 字节，超过 ${largestUploadBytes} 字节的上限。`,
        mend: '请以较低分辨率扫描，或分几次发送。',
      },
    })
  }
  const trueType = typeOf(bytes)
  if (trueType === undefined)
    return unsupported({
      en: 'The file is no PDF, PNG or JPEG.',
      zh: '文件不是 PDF、PNG 或 JPEG。',
    })
  if (trueType !== declaredType.trim().toLowerCase()) {
    return unsupported({
      en: `The file is declared as ${declaredType} but is ${trueType}.`,
      zh: `文件标明为 ${declaredType}，实为 ${trueType}。`,
    })
  }
  const fault = typeChecks[trueType].fault(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  )
  return fault === undefined ? success({ bytes, mediaType: trueType }) : unsupported(fault)
}

function typeOf(bytes: Uint8Array): UploadType | undefined {
  const types = Object.keys(typeChecks) as UploadType[]
  return types.find((type) => typeChecks[type].begins.every((byte, index) => bytes[index] === byte))
}

function unsupported({ en, zh }: BilingualText): ReturnType<typeof failure> {
  return failure({
    code: 'unsupported-type',
    path: '',
    message: en,
    mend: 'Send a plain PDF, PNG or JPEG file, as a scanner or camera makes it.',
    zh: { message: zh, mend: '请发送扫描仪或相机生成的普通 PDF、PNG 或 JPEG 文件。' },
  })
}
