import type { BilingualText } from '../../customs/bilingual-text.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'

/** The encodings in which lists are read, by their names in the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'gb18030'] as const

/**
 * `utf-16le` is what spreadsheets save as Unicode text, `gb18030` what Chinese ones save as CSV.
 */
export type Encoding = (typeof encodings)[number]

/** A text with the encoding that it was read by, so that its sender can see what was understood. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/** How a ZIP archive begins, which is what the workbooks of spreadsheet programs are. */
const WORKBOOK = [0x50, 0x4b, 0x03, 0x04]
const UTF_16_MARK = [0xff, 0xfe]

/**
 * Reads the bytes of a list as text: UTF-8 (with or without a byte order mark), what spreadsheets
 * call Unicode text (UTF-16), or GB18030 as Chinese spreadsheets save it.
 *
 * Nearly any bytes can be read as GB18030, also those of a Japanese or Western encoding, and would
 * come out as wrong words. So it is believed only where `isConfirmed` finds proof in the text.
 */
export function decodePurchaseList(
  bytes: Uint8Array,
  isConfirmed: (text: string) => boolean,
): Result<DecodedText> {
  if (beginsWith(bytes, WORKBOOK)) return failure(workbook)
  const decoded = beginsWith(bytes, UTF_16_MARK)
    ? decodeAs('utf-16le', bytes)
    : (decodeAs('utf-8', bytes) ?? confirmed(decodeAs('gb18030', bytes), isConfirmed))
  return decoded === undefined || decoded.text.includes('\0')
    ? failure(undecodable)
    : success(decoded)
}

/**
 * Reads the bytes in the encoding that their sender names, where it cannot be told from the bytes.
 * Fails where they are not of that encoding.
 */
export function decodeAsStated(bytes: Uint8Array, encoding: Encoding): Result<DecodedText> {
  if (beginsWith(bytes, WORKBOOK)) return failure(workbook)
  const decoded = decodeAs(encoding, bytes)
  return decoded === undefined || decoded.text.includes('\0')
    ? failure(notOfEncoding(encoding))
    : success(decoded)
}

function confirmed(
  decoded: DecodedText | undefined,
  isConfirmed: (text: string) => boolean,
): DecodedText | undefined {
  return decoded !== undefined && isConfirmed(decoded.text) ? decoded : undefined
}

/** The text, or nothing when a byte does not belong to the encoding. A leading mark is taken off. */
function decodeAs(encoding: Encoding, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return undefined
  }
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

const saveAsUtf8: BilingualText = {
  en: 'Save the list as "CSV UTF-8" in your spreadsheet program.',
  zh: '请在表格软件中另存为“CSV UTF-8”格式。',
}

const workbook: Failure = {
  code: 'unsupported-type',
  path: '',
  message: 'The file is a workbook of a spreadsheet program, not a CSV file.',
  mend: saveAsUtf8.en,
  zh: { message: '该文件是表格软件的工作簿，不是 CSV 文件。', mend: saveAsUtf8.zh },
}

const undecodable: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The encoding of the file cannot be told for certain: it is neither UTF-8 nor GB18030.',
  mend: saveAsUtf8.en,
  zh: { message: '无法确定文件编码：既不是 UTF-8，也不是 GB18030。', mend: saveAsUtf8.zh },
}

function notOfEncoding(encoding: Encoding): Failure {
  return {
    code: 'message-unreadable',
    path: '/encoding',
    message: `The file is not written in ${encoding}.`,
    mend: saveAsUtf8.en,
    zh: { message: `文件不是 ${encoding} 编码。`, mend: saveAsUtf8.zh },
  }
}
