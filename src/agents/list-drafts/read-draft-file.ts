import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import {
  decodeAsStated,
  decodePurchaseList,
  type Encoding,
} from '../purchase-list/decode-purchase-list.ts'
import { type Delimiter, possibleHeadings, readForeignTable } from '../purchase-list/read-table.ts'
import type { KnowHeading } from './propose-mapping.ts'

/** The largest file that is taken, 8 MiB: some ten thousand rows with long descriptions. */
export const DRAFT_BYTES_MAX = 8 * 1024 * 1024
/** What one person can mend. */
export const DRAFT_ROWS_MAX = 10_000
/** More than any table of orders has; a file of a single row would otherwise become columns. */
const COLUMNS_MAX = 200

/** A file as a table, before anything of it has a meaning. */
export interface DraftFile {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly headings: readonly string[]
  /** Number of cells of the longest row, at least that of the headings. */
  readonly width: number
  /** Rows that hold anything, by their number in a spreadsheet. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

const CHINESE = /\p{Script=Han}/u

/**
 * Reads the bytes of a table whose headings need not be ours. The encoding is told from the bytes, or
 * is the one that the sender names where that is not possible.
 */
export function readDraftFile(
  bytes: Uint8Array,
  know: KnowHeading,
  stated?: Encoding,
): Result<DraftFile> {
  if (bytes.length > DRAFT_BYTES_MAX) return failure(tooLarge)
  const isChinese = (heading: string) => CHINESE.test(heading) && know(heading) !== undefined
  const decoded =
    stated === undefined
      ? decodePurchaseList(bytes, (text) => possibleHeadings(text).some(isChinese))
      : decodeAsStated(bytes, stated)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  const table = readForeignTable(text, (heading) => know(heading) !== undefined, DRAFT_ROWS_MAX)
  if (!table.ok) return table
  const [headings = [], ...body] = table.value.cells
  const rows = body.flatMap((cells, index) =>
    cells.some((cell) => cell !== '') ? [{ row: index + 2, cells }] : [],
  )
  const width = Math.max(headings.length, ...rows.map(({ cells }) => lastStated(cells) + 1))
  if (headings.every((heading) => heading === '')) return failure(noHeadings)
  if (width > COLUMNS_MAX) return failure(tooWide)
  if (rows.length === 0) return failure(noRows)
  return success({ encoding, delimiter: table.value.delimiter, headings, width, rows })
}

function lastStated(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '')
}

const tooLarge: Failure = {
  code: 'too-large',
  path: '',
  message: `A table of orders has at most ${DRAFT_BYTES_MAX} bytes.`,
  mend: 'Send it in parts.',
  zh: { message: `订单表不得超过 ${DRAFT_BYTES_MAX} 字节。`, mend: '请分批上传。' },
}

const tooWide: Failure = {
  code: 'too-large',
  path: '',
  message: `The table has more than ${COLUMNS_MAX} columns.`,
  mend: 'Take out the columns that are not about orders.',
  zh: { message: `表格超过 ${COLUMNS_MAX} 列。`, mend: '请删除与订单无关的列。' },
}

const noHeadings: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The first row of the table is empty.',
  mend: 'Begin the table with the headings of its columns.',
  zh: { message: '表格第一行为空。', mend: '请以各列的表头作为第一行。' },
}

const noRows: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The table has headings but no rows.',
  mend: 'Put one row below the headings for each line of an order.',
  zh: { message: '表格只有表头，没有数据行。', mend: '请在表头下为订单的每个商品行填写一行。' },
}
