import {
  type CsvRow,
  readTariffCsv,
  type TariffCsvReference,
} from '../../../customs/formats/tariff-csv/index.ts'
import type { FileReader } from '../../../customs/formats/rows/file-reader.ts'
import { type Failure, failure, type Result, success } from '../../../customs/result.ts'
import { TariffPacker } from '../../content/tariff-content.ts'
import type { EditionTitle } from '../../edition.ts'
import type { EditionReader, ReadEdition } from '../tariff-format.ts'
import { tableAmongOthers } from './table-of-file.ts'

/** The tables of a tariff, each known by a heading that only it has. */
const signs = { goods: 'declarable', measures: 'measure_type', areas: 'country' } as const

type TableName = keyof typeof signs

/** Reads a tariff from its tables, one a file, whatever the files are called. */
export class TablesOfTariff implements EditionReader {
  readonly #title: EditionTitle
  readonly #reference: TariffCsvReference
  readonly #tables = new Map<TableName, readonly CsvRow[]>()

  constructor(title: EditionTitle, reference: TariffCsvReference) {
    this.#title = title
    this.#reference = reference
  }

  file(name: string): FileReader<undefined> {
    return tableAmongOthers((rows) => this.#take(name, rows))
  }

  end(): Result<ReadEdition> {
    const goods = this.#tables.get('goods')
    const measures = this.#tables.get('measures')
    if (goods === undefined) return failure(tableMissing('goods'))
    if (measures === undefined) return failure(tableMissing('measures'))
    const areas = this.#tables.get('areas')
    const { edition: id, effectiveFrom: validFrom } = this.#title
    const tables = { goods, measures, ...(areas && { areas }) }
    const read = readTariffCsv(tables, { id, validFrom }, this.#reference)
    if (!read.ok) return read
    const packer = new TariffPacker()
    for (const measure of read.value.measures) packer.add(measure)
    const rows = [...this.#tables.values()].reduce((sum, { length }) => sum + length - 1, 0)
    return success({
      title: this.#title,
      ...{ rowsRead: rows, rowsUnderstood: rows, reports: [] },
      parts: packer.parts(read.value.nomenclature.rows, read.value.areas),
    })
  }

  #take(name: string, rows: readonly CsvRow[]): Result<undefined> {
    const headings = rows[0]?.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim()) ?? []
    const tables = Object.keys(signs) as readonly TableName[]
    const table = tables.find((one) => headings.includes(signs[one]))
    if (table === undefined) return failure(unknownTable(name))
    if (this.#tables.has(table)) return failure(tableTwice(name, table))
    this.#tables.set(table, rows)
    return success(undefined)
  }
}

const tableNames: Readonly<Record<TableName, string>> = {
  goods: '商品表',
  measures: '措施表',
  areas: '国家组表',
}

function tableMissing(table: TableName): Failure {
  return {
    code: 'fact-missing',
    path: '',
    message: `None of the files is the table of ${table}, which has a column ${signs[table]}.`,
    mend: 'Name the tables of goods and of measures together; see docs/tariff-csv.md.',
    zh: {
      message: `没有${tableNames[table]}（含 ${signs[table]} 列的文件）。`,
      mend: '请同时指定商品表和措施表；参见 docs/tariff-csv.md。',
    },
  }
}

function unknownTable(name: string): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${name} is no table of a tariff: its first line has none of the columns ${Object.values(signs).join(', ')}.`,
    mend: 'Begin each table with its headings; see docs/tariff-csv.md.',
    zh: {
      message: `${name} 不是税则的表：首行没有 ${Object.values(signs).join('、')} 中的任何一列。`,
      mend: '请在每个表的首行写上表头；参见 docs/tariff-csv.md。',
    },
  }
}

function tableTwice(name: string, table: TableName): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${name} is a second table of ${table}.`,
    mend: 'Put all rows of a table into one file.',
    zh: {
      message: `${name} 是第二个${tableNames[table]}。`,
      mend: '请将一个表的所有行放入同一文件。',
    },
  }
}
