import { localDate } from '../../../calendar/local-date.ts'
import { readMeasurementUnits } from '../../../duty/measurement-units.ts'
import type { BodyTitle } from './read-goods-body.ts'

const units = readMeasurementUnits({
  quantities: [{ id: 'pieces', name: { en: 'number of items', zh: '件数' }, askedIn: 'NAR' }],
  units: [{ code: 'NAR', quantity: 'pieces', baseUnits: '1', perBaseUnit: '1', symbol: 'item' }],
})
if (!units.ok) throw new Error('the units of the test cannot be read')

/** The edition that the bodies of the tests belong to. */
export const title: BodyTitle = {
  edition: 'of-the-test',
  asOf: localDate('2026-01-15'),
  units: units.value,
}

/** An object of a body before it is written as JSON. */
export interface BodyObject {
  readonly type: string
  readonly id: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<Record<string, unknown>>
}

const goods: BodyObject = {
  type: 'commodity',
  id: '1001',
  attributes: {
    goods_nomenclature_item_id: '9102110010',
    producline_suffix: '80',
    number_indents: 3,
    description: 'With mechanical display',
    declarable: true,
    validity_start_date: '2020-01-01T00:00:00.000Z',
    validity_end_date: null,
  },
}

/** A measure of these goods for all countries, without a rate unless objects give it one. */
export function measureObject(
  id: string,
  type: string,
  relationships: Readonly<Record<string, unknown>> = {},
): BodyObject {
  return {
    ...{ type: 'measure', id },
    attributes: {
      effective_start_date: '2021-01-01T00:00:00.000Z',
      effective_end_date: '2026-12-31T23:59:59.000Z',
    },
    relationships: {
      measure_type: { data: { type: 'measure_type', id: type } },
      geographical_area: { data: { type: 'geographical_area', id: '1011' } },
      ...relationships,
    },
  }
}

/** A component of a rate. @example componentObject('1-01', { duty_amount: 4.5 }) */
export function componentObject(
  id: string,
  attributes: Readonly<Record<string, unknown>>,
): BodyObject {
  return {
    ...{ type: 'measure_component', id },
    attributes: { duty_expression_id: '01', ...attributes },
  }
}

/** The relationship to some objects. */
export function to(type: string, ...ids: readonly string[]) {
  return { data: ids.map((id) => ({ type, id })) }
}

/** A body of wrist-watches with some measures on import and on export, and what they refer to. */
export function goodsBody(
  included: readonly BodyObject[],
  measures: { readonly imported: readonly string[]; readonly exported?: readonly string[] },
): string {
  const relationships = {
    import_measures: to('measure', ...measures.imported),
    export_measures: to('measure', ...(measures.exported ?? [])),
  }
  return JSON.stringify({ data: { ...goods, relationships }, included })
}
