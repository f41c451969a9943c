import { productListLayouts } from '../../../customs/programmes/index.ts'
import type { Failure } from '../../../customs/result.ts'

const tables = Object.keys(productListLayouts).map((name) => `${name.replaceAll('-', '_')}.csv`)

/** A file is known by its name alone, for tables of lists look alike. */
export function unknownFile(file: string): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${file} is no table of goods on a list of additional duties that is known by its name.`,
    mend: `Name the files ${tables.join(', ')}, or, for the text of the U.S. notes, with "notes" and .txt.`,
    zh: {
      message: `${file} 不是已知名称的附加关税货物清单。`,
      mend: `请将文件命名为 ${tables.join('、')}；美国注释文本的文件名须含 "notes" 且以 .txt 结尾。`,
    },
  }
}

export function columnsMissing(file: string, column: string): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${file} has no column ${column}, in which the codes stand.`,
    mend: 'Load the table with its headings as it was published.',
    zh: { message: `${file} 没有编码所在的列 ${column}。`, mend: '请原样载入带表头的表格。' },
  }
}

/** A row that has not as many cells as the first one is the end of what was left of the file. */
export function cutRow(file: string, line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `Line ${line} of ${file} has not as many cells as its first line; the file may be cut.`,
    mend: 'Load the whole table as it was published.',
    zh: {
      message: `${file} 第${line}行的单元格数与首行不同；文件可能不完整。`,
      mend: '请原样载入完整的表格。',
    },
  }
}

/** Codes that a spreadsheet has taken for numbers name other goods. */
export function damagedCodes(file: string, first: string, count: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${file} has ${count} code(s) that a spreadsheet took for numbers; the first is ${JSON.stringify(first)}.`,
    mend: 'Load the table as it was published, not a copy that a spreadsheet has saved.',
    zh: {
      message: `${file} 有 ${count} 个编码被表格软件当作数字；第一个为 ${JSON.stringify(first)}。`,
      mend: '请载入原始表格，勿使用表格软件另存的副本。',
    },
  }
}

/** No file had a list in it. */
export const noLists: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'None of the files states a list of goods.',
  mend: 'Load tables of lists, or the text of the U.S. notes to Chapter 99.',
  zh: { message: '没有任何文件给出货物清单。', mend: '请载入清单表格或第99章美国注释的文本。' },
}
