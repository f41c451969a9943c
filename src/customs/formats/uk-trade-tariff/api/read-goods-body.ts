import type { LocalDate } from '../../../calendar/local-date.ts'
import type { BilingualText } from '../../../bilingual-text.ts'
import type { MeasurementUnits } from '../../../duty/measurement-units.ts'
import type { GeographicalAreas } from '../../../measures/geographical-area.ts'
import type { NomenclatureRow } from '../../../nomenclature/nomenclature-edition.ts'
import { failure, type Failure, type Result, success } from '../../../result.ts'
import { IncludedResources } from './included-resources.ts'
import {
  type JsonApiDocument,
  readJsonApiDocument,
  type Resource,
  type ResourceName,
} from './json-api-document.ts'
import { AREA_TYPE, areasOf } from './read-areas.ts'
import { goodsTypes, readGoodsLine } from './read-goods-line.ts'
import { type MeasureSources, readMeasure } from './read-measure.ts'
import type { ResourceReport } from './resource-report.ts'
import type { TariffMeasure } from './tariff-measure.ts'

/** What a body belongs to; it does not say so itself. */
export interface BodyTitle {
  /** Edition of the tariff, such as `uk-2026-11-22`. */
  readonly edition: string
  /** The day that the service was asked about. */
  readonly asOf: LocalDate
  readonly units: MeasurementUnits
}

/** What a body of chapters, headings, subheadings or a commodity says. */
export interface GoodsBody {
  readonly rows: readonly NomenclatureRow[]
  /** What is charged on import, or decided by conditions on import. */
  readonly measures: readonly TariffMeasure[]
  readonly areas: GeographicalAreas
  /** Objects that were understood and do not concern imports of these goods. */
  readonly setAside: readonly ResourceReport[]
  /**
   * Measures on import that are among {@link leftOut}: without them nobody can say what the goods of
   * the body bear.
   */
  readonly unknownMeasures: readonly ResourceReport[]
  /** Objects that were not understood, or that the body fails to contain. */
  readonly leftOut: readonly ResourceReport[]
  /** Objects that are in it although something in them is amiss. */
  readonly remarks: readonly ResourceReport[]
}

/** Types whose objects only repeat in words what others state, or say nothing of duties. */
const wordsOnly: readonly string[] = [
  'section',
  'footnote',
  'import_trade_summary',
  'duty_expression',
  'measure_type',
  'measurement_unit',
  'measurement_unit_qualifier',
  'measure_condition_permutation',
  'measure_condition_permutation_group',
]

/**
 * Reads a body of the UK Trade Tariff service on goods, of the United Kingdom (`uk`) or of Northern
 * Ireland (`xi`). Every object of it is understood or reported; export measures are
 * set aside by name.
 */
export function readGoodsBody(text: string, title: BodyTitle): Result<GoodsBody> {
  const document = readJsonApiDocument(text)
  return document.ok ? readGoodsDocument(document.value, title) : document
}

/** The same for a body whose form has been read. */
export function readGoodsDocument(document: JsonApiDocument, title: BodyTitle): Result<GoodsBody> {
  const strange = document.data.find(({ type }) => !goodsTypes.includes(type))
  if (strange !== undefined) return failure(noGoods(strange))
  const included = new IncludedResources(document.included)
  const lines = linesOf(document, included)
  const [goods] = document.data
  const measures = goods === undefined ? nothing : measuresOf(goods, included, title)
  const areas = areasOf(included.ofType(AREA_TYPE), title.asOf)
  included.ofType(...wordsOnly)
  const unseen = included.unseen()
  return success({
    rows: withSupplementaryUnits(lines.rows, measures.measures),
    measures: measures.measures,
    areas,
    setAside: [...measures.setAside, ...unseen.filter(isUnderstood).map(notReferredTo)],
    unknownMeasures: measures.unknown,
    leftOut: [
      ...lines.leftOut,
      ...measures.leftOut,
      ...unseen.filter((resource) => !isUnderstood(resource)).map(unknownType),
    ],
    remarks: measures.remarks,
  })
}

function linesOf({ data }: JsonApiDocument, included: IncludedResources) {
  const rows: NomenclatureRow[] = []
  const leftOut: ResourceReport[] = []
  for (const resource of [...data, ...included.ofType(...goodsTypes)]) {
    const reading = readGoodsLine(resource)
    if (reading.kind === 'understood') rows.push(reading.row)
    else leftOut.push(report(resource, reading.problem))
  }
  return { rows, leftOut }
}

/** The measures of a body, and what is to be said of others. */
interface ReadMeasures {
  readonly measures: readonly TariffMeasure[]
  readonly setAside: readonly ResourceReport[]
  /** Measures on import among those that are left out. */
  readonly unknown: readonly ResourceReport[]
  readonly leftOut: readonly ResourceReport[]
  readonly remarks: readonly ResourceReport[]
}

const nothing: ReadMeasures = { measures: [], setAside: [], unknown: [], leftOut: [], remarks: [] }

function measuresOf(goods: Resource, included: IncludedResources, title: BodyTitle): ReadMeasures {
  const sources = { included, goodsCode: goodsCodeOf(goods), ...title }
  const imported = goods.related('import_measures')
  const onImport = readAll(imported, sources)
  // Export measures are read as well, so that what belongs to them is known; some hold both ways.
  const onExportOnly = goods
    .related('export_measures')
    .filter(({ id }) => !imported.some((name) => name.id === id))
  const onExport = readAll(onExportOnly, sources)
  return {
    ...onImport,
    setAside: onExport.measures.map(({ id, type }) =>
      report({ type: 'measure', id }, { en: `export measure ${type}`, zh: `出口措施 ${type}` }),
    ),
    unknown: onImport.leftOut,
    leftOut: [...onImport.leftOut, ...onExport.leftOut],
  }
}

function goodsCodeOf({ attributes }: Resource): string {
  return String(attributes.goods_nomenclature_item_id)
}

function readAll(
  names: readonly ResourceName[],
  sources: MeasureSources,
): Omit<ReadMeasures, 'setAside' | 'unknown'> {
  const measures: TariffMeasure[] = []
  const leftOut: ResourceReport[] = []
  const remarks: ResourceReport[] = []
  for (const name of names) {
    const resource = sources.included.find(name)
    const reading = resource && readMeasure(resource, sources)
    if (reading?.kind === 'understood') {
      measures.push(reading.measure)
      remarks.push(...reading.remarks.map((problem) => report(name, problem)))
    } else leftOut.push(report(name, reading?.problem ?? missing))
  }
  return { measures, leftOut, remarks }
}

/** The units in which the goods of the body have to be declared stand in measures of their own. */
function withSupplementaryUnits(
  rows: readonly NomenclatureRow[],
  measures: readonly TariffMeasure[],
): readonly NomenclatureRow[] {
  const units = measures.flatMap(({ expression = [] }) =>
    expression.flatMap((term) => (term.kind === 'supplementary-unit' ? [term.unit] : [])),
  )
  const [own, ...others] = rows
  if (own === undefined || units.length === 0) return rows
  return [{ ...own, supplementaryUnits: [...new Set(units)] }, ...others]
}

function report({ type, id }: ResourceName, problem: BilingualText): ResourceReport {
  return { type, id, problem }
}

const missing: BilingualText = {
  en: 'the body refers to it and does not contain it',
  zh: '内容引用了该对象，但其中并未包含',
}

/** The types of object that are read where something refers to them. */
const understood: ReadonlySet<string> = new Set([
  'measure',
  'measure_component',
  'measure_condition',
  'measure_condition_component',
  'additional_code',
  'legal_act',
  'order_number',
  'definition',
  'preference_code',
])

function isUnderstood({ type }: Resource): boolean {
  return understood.has(type)
}

function unknownType(resource: Resource): ResourceReport {
  return report(resource, { en: 'the type of object is not known', zh: '未知的对象类型' })
}

function notReferredTo(resource: Resource): ResourceReport {
  if (resource.type === 'measure' && resource.related('geographical_area').length === 0) {
    return report(resource, {
      en: 'stated in outline for the goods below; their own bodies state it whole',
      zh: '仅为下级货物的概要；完整内容见其各自的响应',
    })
  }
  return report(resource, { en: 'no import measure refers to it', zh: '没有进口措施引用该对象' })
}

function noGoods({ type }: Resource): Failure {
  return {
    code: 'invalid-input',
    path: '/data/type',
    message: `The body is one of ${type}, not of goods.`,
    mend: 'Load bodies of chapters, headings, subheadings or commodities.',
    zh: {
      message: `该内容属于 ${type}，不是货物。`,
      mend: '请载入章、品目、子目或商品的响应。',
    },
  }
}
