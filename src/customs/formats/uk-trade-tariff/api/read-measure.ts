import { Type, type Static } from 'typebox'
import type { BilingualText } from '../../../bilingual-text.ts'
import type { Validity } from '../../../calendar/local-date.ts'
import type { MeasurementUnits } from '../../../duty/measurement-units.ts'
import type { Measure } from '../../../measures/measure.ts'
import { failure, type Result, success } from '../../../result.ts'
import type { IncludedResources } from './included-resources.ts'
import type { Resource, ResourceName } from './json-api-document.ts'
import { attributesReader, optionalText, windowBetween } from './read-attributes.ts'
import { legalActsOf, preferenceCodeOf, quotaOf } from './read-measure-context.ts'
import { notIncluded, readMeasureRates } from './read-measure-rates.ts'
import type { TariffMeasure } from './tariff-measure.ts'

const attributesSchema = Type.Object({
  origin: optionalText,
  goods_nomenclature_item_id: Type.Optional(Type.String({ pattern: '^\\d{10}$' })),
  effective_start_date: optionalText,
  effective_end_date: optionalText,
  validity_start_date: optionalText,
  validity_end_date: optionalText,
  vat: Type.Optional(Type.Boolean()),
  excise: Type.Optional(Type.Boolean()),
  reduction_indicator: Type.Optional(Type.Integer()),
})

const readAttributes = attributesReader(attributesSchema)

const readAdditionalCode = attributesReader(
  Type.Object({
    code: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
    description: optionalText,
  }),
)

const readType = attributesReader(
  Type.Object({ description: optionalText, measure_type_series_id: optionalText }),
)

/** The series of the types that let goods in or keep them out, whatever duty they bear. */
const CONTROLS: ReadonlySet<string> = new Set(['A', 'B'])

/** What a control is called: the name of a type that plays a part in a charge is our own. */
function nameOfControl(type: ResourceName, included: IncludedResources): string | undefined {
  const found = included.find(type)
  const read = found && readType(found)
  if (!read?.ok || !CONTROLS.has(read.value.measure_type_series_id ?? '')) return undefined
  return read.value.description ? read.value.description : undefined
}

/** Where a measure was found, and what reading it needs. */
export interface MeasureSources {
  readonly included: IncludedResources
  readonly units: MeasurementUnits
  readonly edition: string
  /** The code of the goods whose body states the measure. */
  readonly goodsCode: string
}

/**
 * A measure, whole or without its rate; or why nobody can say what it is or whom it concerns.
 *
 * A measure whose rate is not understood is kept with the reason, so that goods which bear it are refused
 * by name: left out, it would make the duty too low in silence.
 */
export type MeasureReading =
  | {
      readonly kind: 'understood'
      readonly measure: TariffMeasure
      readonly remarks: readonly BilingualText[]
    }
  | { readonly kind: 'left-out'; readonly problem: BilingualText }

/** Reads one measure with all that it refers to. */
export function readMeasure(resource: Resource, sources: MeasureSources): MeasureReading {
  const read = readAttributes(resource)
  if (!read.ok) return { kind: 'left-out', problem: problemOf(read) }
  const attributes = read.value
  const [type] = resource.related('measure_type')
  const [area] = resource.related('geographical_area')
  const validity = windowOf(attributes)
  if (type === undefined) return leftOut('measure type', '措施类型')
  if (area === undefined) return leftOut('geographical area', '地理区域')
  if (validity === undefined) return leftOut('first day', '生效日期')
  const rates = readMeasureRates(resource, sources)
  const additionalCode = additionalCodeOf(resource, sources.included)
  const typeName = nameOfControl(type, sources.included)
  const problems = [rates, additionalCode].flatMap((part) => (part.ok ? [] : [problemOf(part)]))
  const [notUnderstood] = problems
  const base: Measure = {
    id: resource.id,
    type: type.id,
    ...(typeName !== undefined && { typeName }),
    code: codeOf(attributes, sources),
    area: area.id,
    excludedAreas: resource.related('excluded_countries').map(({ id }) => id),
    ...(additionalCode.ok && additionalCode.value && { additionalCode: additionalCode.value }),
    ...(rates.ok && notUnderstood === undefined ? rates.value : { conditions: [] }),
    ...(notUnderstood && { notWorkedOut: withoutStop(notUnderstood) }),
    ...{ validity, edition: sources.edition },
  }
  const measure = withContext(base, { resource, attributes, included: sources.included })
  return { kind: 'understood', measure, remarks: [...problems, ...notUsed(resource)] }
}

function withContext(
  base: Measure,
  from: {
    readonly resource: Resource
    readonly attributes: Static<typeof attributesSchema>
    readonly included: IncludedResources
  },
): TariffMeasure {
  const { resource, attributes, included } = from
  const { origin, vat, excise, reduction_indicator: reductionIndicator } = attributes
  const legalActs = legalActsOf(resource, included)
  const quota = quotaOf(resource, included)
  const preferenceCode = preferenceCodeOf(resource, included)
  const [law] = legalActs
  return {
    ...base,
    ...{ isVat: vat === true, isExcise: excise === true, legalActs },
    ...(origin && { origin }),
    ...(quota && { quotaOrderNumber: quota.orderNumber }),
    ...(quota?.definition && { quota: quota.definition }),
    ...(typeof reductionIndicator === 'number' && { reductionIndicator }),
    ...(preferenceCode !== undefined && { preferenceCode }),
    ...(law && { law: { title: titleOf(law), ...(law.url !== undefined && { url: law.url }) } }),
  }
}

function titleOf({ code, description }: TariffMeasure['legalActs'][number]): string {
  return description === undefined ? code : `${code}: ${description}`
}

function windowOf(attributes: Static<typeof attributesSchema>): Validity | undefined {
  return (
    windowBetween(attributes.effective_start_date, attributes.effective_end_date) ??
    windowBetween(attributes.validity_start_date, attributes.validity_end_date)
  )
}

/**
 * The beginning of the codes that the measure holds for. Where it does not say so itself, it is known
 * to hold for the goods whose body states it, and for no others.
 */
function codeOf(
  { goods_nomenclature_item_id: own }: Static<typeof attributesSchema>,
  { goodsCode }: MeasureSources,
): string {
  return own ? own.replace(/(?:00)+$/, '') : goodsCode
}

function additionalCodeOf(
  resource: Resource,
  included: IncludedResources,
): Result<Measure['additionalCode']> {
  const [name] = resource.related('additional_code')
  if (name === undefined) return success(undefined)
  const found = included.find(name)
  if (found === undefined) return failure(notIncluded(name))
  const read = readAdditionalCode(found)
  if (!read.ok) return read
  const { code, description } = read.value
  return success({ code, ...(description && { name: description }) })
}

/** What the service works out or knows by other means, and is not taken from it. */
function notUsed(resource: Resource): readonly BilingualText[] {
  const remarks: BilingualText[] = []
  if (resource.related('resolved_measure_components').length > 0) {
    remarks.push({
      en: 'components that an additional code has resolved are not used; the code resolves them anew',
      zh: '未采用由附加编码解析出的组成部分；将由附加编码重新解析',
    })
  }
  if (resource.related('national_measurement_units').length > 0) {
    remarks.push({ en: 'national measurement units are not used', zh: '未采用国家计量单位' })
  }
  return remarks
}

/** The reason becomes part of a sentence. */
function withoutStop({ en, zh }: BilingualText): BilingualText {
  return { en: en.replace(/\.$/, ''), zh: zh.replace(/。$/, '') }
}

function problemOf({ failures }: Extract<Result<unknown>, { ok: false }>): BilingualText {
  const [{ message, zh }] = failures
  return { en: message, zh: zh?.message ?? message }
}

function leftOut(en: string, zh: string): MeasureReading {
  return {
    kind: 'left-out',
    problem: { en: `the measure has no ${en}`, zh: `该措施没有${zh}` },
  }
}
