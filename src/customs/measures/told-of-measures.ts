import type { BilingualText } from '../bilingual-text.ts'
import { inOneList } from '../in-one-list.ts'
import type { CurrencyCode } from '../money/money.ts'
import { type Control, controlsAmong } from './documents-asked.ts'
import type { Measure } from './measure.ts'
import type { MeasureRole, MeasureTypes } from './measure-type.ts'

/** What the measures of some goods say whoever asks, however much the goods are worth. */
export interface ToldOfMeasures {
  /** In the order in which they were found. */
  readonly byRole: ReadonlyMap<MeasureRole, readonly Measure[]>
  /** Measures that exist for these goods and play no part that is known here: named, never dropped. */
  readonly notKnown: readonly BilingualText[]
  /** What of them has to be shown before the goods are let in. */
  readonly controls: readonly Control[]
  /** The unit in which the goods are counted on import beside kilograms, where they are. */
  readonly supplementaryUnit: string | undefined
  readonly editions: readonly string[]
  /** The currencies in which they state amounts. */
  readonly currencies: readonly CurrencyCode[]
}

const told = new WeakMap<readonly Measure[], ToldOfMeasures>()

/**
 * Sorts the measures of some goods. A tariff hands out the same list for the same goods between two of
 * its changes, so a list is gone through once.
 *
 * @param types those of the tariff that the measures are of
 */
export function toldOf(measures: readonly Measure[], types: MeasureTypes): ToldOfMeasures {
  const known = told.get(measures)
  if (known !== undefined) return known
  const unknown = new Set(measures.map(({ type }) => type).filter((type) => !types.has(type)))
  const sorted: ToldOfMeasures = {
    byRole: sortedByRole(measures, types),
    notKnown: [...unknown].map(notKnown),
    controls: controlsAmong(measures.filter(({ type }) => !types.has(type))),
    supplementaryUnit: supplementaryUnitOf(measures, types),
    editions: [...new Set(measures.map(({ edition }) => edition))],
    currencies: [...new Set(inOneList(measures.map(currenciesOf)))],
  }
  told.set(measures, sorted)
  return sorted
}

function sortedByRole(measures: readonly Measure[], types: MeasureTypes): ToldOfMeasures['byRole'] {
  const byRole = new Map<MeasureRole, Measure[]>()
  for (const measure of measures) {
    const role = types.get(measure.type)?.role
    if (role === undefined) continue
    const same = byRole.get(role)
    if (same === undefined) byRole.set(role, [measure])
    else same.push(measure)
  }
  return byRole
}

/** Types of measures say whether a unit is asked for on import, on export or on both. */
const ON_EXPORT = '111'

function supplementaryUnitOf(
  measures: readonly Measure[],
  types: MeasureTypes,
): string | undefined {
  for (const { type, expression = [] } of measures) {
    if (types.get(type)?.role !== 'supplementary-unit' || type === ON_EXPORT) continue
    for (const term of expression) if (term.kind === 'supplementary-unit') return term.unit
  }
  return undefined
}

function notKnown(type: string): BilingualText {
  return {
    en: `A measure of type ${type} exists for these goods, such as a control or a licence; it is not worked out.`,
    zh: `这些货物另有 ${type} 类措施（如管制或许可），此处不作计算。`,
  }
}

function currenciesOf({ expression = [], conditions }: Measure): readonly CurrencyCode[] {
  const terms = inOneList([expression, ...conditions.map((condition) => condition.expression)])
  return terms.filter((term) => term.kind === 'specific').map(({ currency }) => currency)
}
