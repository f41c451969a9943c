import type { FileReader } from '../../../customs/formats/rows/file-reader.ts'
import {
  type JsonApiDocument,
  readJsonApiDocument,
} from '../../../customs/formats/uk-trade-tariff/api/json-api-document.ts'
import { mergeRows } from '../../../customs/formats/uk-trade-tariff/api/merge-rows.ts'
import { AREA_TYPE, areasOf } from '../../../customs/formats/uk-trade-tariff/api/read-areas.ts'
import {
  type GoodsBody,
  readGoodsDocument,
} from '../../../customs/formats/uk-trade-tariff/api/read-goods-body.ts'
import { goodsTypes } from '../../../customs/formats/uk-trade-tariff/api/read-goods-line.ts'
import type { MeasurementUnits } from '../../../customs/duty/measurement-units.ts'
import type { AreaMember } from '../../../customs/measures/geographical-area.ts'
import type { NomenclatureRow } from '../../../customs/nomenclature/nomenclature-edition.ts'
import { failure, type Result, success } from '../../../customs/result.ts'
import { TariffPacker } from '../../content/tariff-content.ts'
import type { EditionTitle, ReportedRow } from '../../edition.ts'
import {
  serviceOf,
  type TariffOfService,
} from '../../../customs/formats/uk-trade-tariff/api/service-of.ts'
import type { EditionReader, ReadEdition } from '../tariff-format.ts'
import { heldLines } from './held-lines.ts'
import { noGoods, otherTariff, withoutMeasures } from './refused-bodies.ts'
import { bodyOfSomethingElse, bodyNotThere, lineNotHeld, objectReports } from './report-bodies.ts'

/** The tariffs of the service by customs territory, as its bodies name them. */
const services: Readonly<Record<string, TariffOfService>> = { GB: 'uk', XI: 'xi' }

/** What saved bodies belong to. */
export interface SavedBodiesOf {
  readonly title: EditionTitle
  /** `GB`, or `XI` for goods to Northern Ireland. */
  readonly territory: string
  readonly units: MeasurementUnits
}

/**
 * Reads an edition of the UK Trade Tariff from bodies of its service, one a file. Every object of every
 * body is in the edition, set aside by name, or reported; a body without measures that it refers to is
 * refused, because its goods would seem to bear less than they do.
 */
export class SavedBodies implements EditionReader {
  readonly #of: SavedBodiesOf
  readonly #rows = new Map<string, NomenclatureRow>()
  readonly #measures = new TariffPacker()
  readonly #areas = new Map<string, readonly AreaMember[]>()
  readonly #stated = new Set<string>()
  readonly #reports: ReportedRow[] = []
  /** Objects beside lines and measures, which come many times and are counted once. */
  #objects = 0

  constructor(of: SavedBodiesOf) {
    this.#of = of
  }

  file(name: string): FileReader<undefined> {
    const pieces: string[] = []
    return {
      push: (piece) => {
        pieces.push(piece)
      },
      end: () => this.#take(name, pieces.join('')),
    }
  }

  end(): Result<ReadEdition> {
    const { title } = this.#of
    const { held, notHeld } = heldLines(mergeRows([...this.#rows.values()]), this.#stated)
    if (held.length === 0) return failure(noGoods)
    const reports = [...this.#reports, ...notHeld.map(lineNotHeld)]
    const leftOut = reports.filter(({ isLeftOut }) => isLeftOut)
    const rowsRead = this.#objects + this.#rows.size + this.#measures.count
    return success({
      ...{ title, reports, rowsRead },
      rowsUnderstood: rowsRead - leftOut.length,
      parts: this.#measures.parts(held, this.#areas),
    })
  }

  #take(name: string, text: string): Result<undefined> {
    const document = readJsonApiDocument(text)
    if (!document.ok) {
      if (document.failures[0].code !== 'not-found') return document
      this.#report(bodyNotThere(name))
      return success(undefined)
    }
    const type = document.value.data[0]?.type ?? 'nothing'
    if (goodsTypes.includes(type)) return this.#takeGoods(name, document.value)
    if (type === AREA_TYPE) this.#takeAreas(document.value)
    else this.#report(bodyOfSomethingElse(name, type))
    return success(undefined)
  }

  #takeGoods(name: string, document: JsonApiDocument): Result<undefined> {
    const { title, territory, units } = this.#of
    const { edition, effectiveFrom: asOf } = title
    const read = readGoodsDocument(document, { edition, asOf, units })
    if (!read.ok) return read
    const { unknownMeasures, measures } = read.value
    if (unknownMeasures.length > 0) return failure(withoutMeasures(unknownMeasures))
    const [goods] = document.data
    const service = goods && serviceOf(goods)
    if (service !== undefined && service !== services[territory]) {
      return failure(otherTariff(service))
    }
    const code = goods?.attributes.goods_nomenclature_item_id
    if (typeof code === 'string' && measures.length > 0) this.#stated.add(code)
    this.#keep(read.value)
    for (const report of objectReports(name, read.value)) this.#reports.push(report)
    return success(undefined)
  }

  /** Bodies bring along the lines above their goods, so most lines come many times. */
  #keep({ rows, measures, areas, setAside, leftOut }: GoodsBody): void {
    for (const row of rows) {
      const key = `${row.code ?? ''} ${row.suffix ?? ''}`
      const known = this.#rows.get(key)
      this.#rows.set(key, known === undefined ? row : mergeRows([known, row])[0]!)
    }
    for (const measure of measures) this.#measures.add(measure)
    for (const [area, members] of areas) this.#areas.set(area, members)
    this.#objects += setAside.length + leftOut.length
  }

  #takeAreas({ data, included }: JsonApiDocument): void {
    const resources = [...data, ...included].filter(({ type }) => type === AREA_TYPE)
    const areas = areasOf(resources, this.#of.title.effectiveFrom)
    for (const [area, members] of areas) this.#areas.set(area, members)
    this.#objects += resources.length
  }

  #report(report: ReportedRow): void {
    this.#objects += 1
    this.#reports.push(report)
  }
}
