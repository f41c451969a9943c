import type { AssessedDuty } from '../landed-cost/duty-option.ts'
import type { MeasureTypes } from '../measures/measure-type.ts'

/** Whose duty it is: that of the United Kingdom, or in Northern Ireland that of the Union. */
export type DutyTerritory = 'GB' | 'XI'

/** The national additional code of an excise is its tax type behind an X: `X333` is tax 333. */
const EXCISE_CODE = /^X(\d{3})$/

/**
 * As what tax a duty beside the customs duty is declared (data element 4/3). Absent where the tariff
 * does not say; then the goods cannot be declared with it.
 *
 * Source: UK Trade Tariff, volume 3, appendices 8 (tax types) and 19 (national additional codes).
 */
export function taxTypeOf(
  { kind, measure, additionalCode = '' }: Pick<AssessedDuty, 'kind' | 'measure' | 'additionalCode'>,
  types: MeasureTypes,
  territory: DutyTerritory = 'GB',
): string | undefined {
  if (kind === 'excise') return EXCISE_CODE.exec(additionalCode)?.[1]
  return types.get(measure)?.taxTypes?.[territory]
}
