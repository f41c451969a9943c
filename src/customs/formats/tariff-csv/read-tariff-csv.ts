import { isLocalDate, type LocalDate } from '../../calendar/local-date.ts'
import type { GeographicalAreas } from '../../measures/geographical-area.ts'
import type { Measure } from '../../measures/measure.ts'
import type {
  NomenclatureEdition,
  NomenclatureRow,
} from '../../nomenclature/nomenclature-edition.ts'
import { noSuchDay } from '../../order/unknown-codes.ts'
import { combine, failure, type Result, resultOf, success } from '../../result.ts'
import type { CsvRow } from './csv-record.ts'
import { goodsContradictions } from './goods-contradictions.ts'
import { measureContradictions, subjectOf } from './measure-contradictions.ts'
import { areaColumns, geographicalAreas, readAreaRow } from './read-area-row.ts'
import { type GoodsRow, goodsColumns, readGoodsRow } from './read-goods-row.ts'
import {
  measureColumns,
  type MeasureConfidence,
  type MeasureRow,
  readMeasureRow,
} from './read-measure-row.ts'
import { readTable } from './read-table.ts'
import type { TariffCsvReference } from './tariff-csv-reference.ts'

/** The tables of a tariff, each with its headings first. */
export interface TariffCsvTables {
  readonly goods: readonly CsvRow[]
  readonly measures: readonly CsvRow[]
  /** Absent where the measures name only countries, or all of them. */
  readonly areas?: readonly CsvRow[]
}

/** What the tables themselves do not say. */
export interface TariffCsvTitle {
  readonly id: string
  /** First day on which this edition is the one to use. */
  readonly validFrom: LocalDate
}

/** Where a measure was read by whoever wrote the table. */
export interface MeasureSource {
  readonly source: string
  readonly confidence: MeasureConfidence
}

/** A tariff as its tables state it. */
export interface TariffCsv {
  readonly nomenclature: NomenclatureEdition
  readonly measures: readonly Measure[]
  readonly areas: GeographicalAreas
  /** By the id of the measure. */
  readonly sources: ReadonlyMap<string, MeasureSource>
}

/**
 * Reads the tariff of any country from the tables of docs/tariff-csv.md. A cell that is not
 * understood is named by table, line and column, and so are rows that contradict each other; one of
 * them and the tariff is refused as a whole, for a tariff with a hole in it quotes too little.
 */
export function readTariffCsv(
  tables: TariffCsvTables,
  title: TariffCsvTitle,
  reference: TariffCsvReference,
): Result<TariffCsv> {
  const areas = areasOf(tables.areas, reference)
  const read = combine({
    areas,
    validFrom: isLocalDate(title.validFrom)
      ? success(title.validFrom)
      : failure(noSuchDay('/validFrom', String(title.validFrom))),
    goods: readTable(tables.goods, goodsColumns, (row) => readGoodsRow(row, reference.units)),
    // Without its groups no measure can be read, and one report of that is enough.
    measures: areas.ok ? measuresIn(tables.measures, reference, areas.value) : success([]),
  })
  if (!read.ok) return read
  const goods = read.value.goods.toSorted(byCode)
  const { measures } = read.value
  const contradictions = [...goodsContradictions(goods), ...measureContradictions(measures, goods)]
  return resultOf(contradictions, () => ({
    areas: read.value.areas,
    nomenclature: { ...title, rows: nomenclatureRows(goods) },
    measures: measures.map((row) => measureOf(row, title)),
    sources: new Map(
      measures.map((row) => {
        const { source, confidence } = row
        return [idOf(row, title), { source, confidence }]
      }),
    ),
  }))
}

function areasOf(
  rows: TariffCsvTables['areas'],
  { knownCodes }: TariffCsvReference,
): Result<GeographicalAreas> {
  if (rows === undefined) return success(new Map())
  const read = readTable(rows, areaColumns, (row) => readAreaRow(row, knownCodes))
  return read.ok ? success(geographicalAreas(read.value)) : read
}

function measuresIn(
  rows: TariffCsvTables['measures'],
  reference: TariffCsvReference,
  areas: GeographicalAreas,
): Result<readonly MeasureRow[]> {
  const read = readTable(rows, measureColumns, (row) =>
    readMeasureRow(row, { ...reference, areas }),
  )
  return read.ok ? success(read.value.flat()) : read
}

/** A code sorts before those below it; rows of one code by their days. */
function byCode(left: GoodsRow, right: GoodsRow): number {
  if (left.code !== right.code) return left.code < right.code ? -1 : 1
  return (left.validity?.from ?? '') < (right.validity?.from ?? '') ? -1 : 1
}

/** How deep a row stands is how many codes of the table its own begins with. */
function nomenclatureRows(goods: readonly GoodsRow[]): readonly NomenclatureRow[] {
  const way: string[] = []
  return goods.map(({ code, names, isDeclarable, supplementaryUnits, validity }) => {
    while (way.length > 0 && (way.at(-1) === code || !code.startsWith(way.at(-1)!))) way.pop()
    const depth = way.length
    way.push(code)
    return {
      ...{ code, depth, supplementaryUnits },
      mayBeDeclared: isDeclarable,
      descriptions: names,
      ...(validity && { validity }),
    }
  })
}

function measureOf(row: MeasureRow, title: TariffCsvTitle): Measure {
  const { type, code, area, excludedAreas, quotaOrderNumber, expression, validity, law } = row
  return {
    ...{ type, code, area, excludedAreas, expression, validity },
    id: idOf(row, title),
    edition: title.id,
    conditions: conditionsOf(row),
    ...(row.additionalCode !== undefined && {
      additionalCode: {
        code: row.additionalCode,
        ...(row.additionalCodeName !== undefined && { name: row.additionalCodeName }),
      },
    }),
    ...(quotaOrderNumber !== undefined && { quotaOrderNumber }),
    ...(law && { law }),
  }
}

/** Two rows of one subject differ in their days, so both together name a measure for good. */
function idOf(row: MeasureRow, { id }: TariffCsvTitle): string {
  return `${id}:${subjectOf(row)}/${row.validity.from}`
}

/** One of the documents is presented, or the measure does not apply. */
function conditionsOf({ documents }: MeasureRow): Measure['conditions'] {
  if (documents.length === 0) return []
  const condition = { conditionCode: 'B', expression: [] }
  return [
    ...documents.map((documentCode) => ({ ...condition, actionCode: '27', documentCode })),
    { ...condition, actionCode: '07' },
  ]
}
