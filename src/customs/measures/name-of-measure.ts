import type { BilingualText } from '../bilingual-text.ts'
import { ALL_COUNTRIES } from './geographical-area.ts'
import type { Measure } from './measure.ts'
import type { MeasureType } from './measure-type.ts'

/** What a measure is called: by a name of its own, or as its tariff calls those of its type and area. */
export function nameOfMeasure(
  { name, area }: Pick<Measure, 'name' | 'area'>,
  type: MeasureType,
): BilingualText {
  return name ?? nameByArea(area, type)
}

/** What the tariff calls a type, which may be another word where it is for some countries alone. */
export function nameByArea(
  area: string,
  { name, nameOfSomeCountries = name }: MeasureType,
): BilingualText {
  return area === ALL_COUNTRIES ? name : nameOfSomeCountries
}
