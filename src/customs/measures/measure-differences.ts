import { dutyText } from '../duty/duty-text.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import type { MeasureScope, MeasureTerms, PackedMeasures } from './packed-measures.ts'

/** What a measure says otherwise in another edition; absent on the side where it is not there. */
export interface MeasureChange {
  readonly code: string
  /** Type, area, additional code and quota, such as `103 1011`. */
  readonly measure: string
  /** The rates, as a tariff prints them; several where one subject has measures after each other. */
  readonly before?: string
  readonly after?: string
}

/** The measures that two editions state otherwise, by code. */
export function measureDifferences(
  before: readonly PackedMeasures[],
  after: readonly PackedMeasures[],
  units: MeasurementUnits,
): readonly MeasureChange[] {
  const [was, is] = [ratesBySubject(before, units), ratesBySubject(after, units)]
  const subjects = [...new Set([...was.keys(), ...is.keys()])].toSorted()
  return subjects.flatMap((subject) => {
    const [one, other] = [was.get(subject), is.get(subject)]
    if (one === other) return []
    const [code, measure] = subject.split('\t') as [string, string]
    return [
      {
        ...{ code, measure },
        ...(one !== undefined && { before: one }),
        ...(other !== undefined && { after: other }),
      },
    ]
  })
}

type StatedMeasure = MeasureScope & MeasureTerms

function ratesBySubject(
  chapters: readonly PackedMeasures[],
  units: MeasurementUnits,
): ReadonlyMap<string, string> {
  const rates = new Map<string, string[]>()
  for (const { scopes, terms, byCode } of chapters) {
    for (const [code, , inScope, inTerms] of byCode) {
      inTerms.forEach((place, at) => {
        const own = { ...terms[place]!, ...scopes[inScope[at]!]! }
        const subject = `${code}\t${subjectOf(own)}`
        rates.set(subject, [...(rates.get(subject) ?? []), rateOf(own, units)])
      })
    }
  }
  return new Map([...rates].map(([subject, all]) => [subject, all.toSorted().join('; ')]))
}

function subjectOf({ type, area, additionalCode, quotaOrderNumber }: StatedMeasure): string {
  return [type, area, additionalCode?.code, quotaOrderNumber]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** With the days, for a rate that ends earlier is another one. */
function rateOf(
  { expression, notWorkedOut, conditions, validity, excludedAreas }: StatedMeasure,
  units: MeasurementUnits,
): string {
  const rate =
    expression === undefined
      ? (notWorkedOut?.en ?? (conditions.length > 0 ? 'by condition' : 'no rate'))
      : dutyText(expression, units)
  const until = validity.until === undefined ? '' : ` until before ${validity.until}`
  const except = excludedAreas.length === 0 ? '' : ` except ${excludedAreas.join(' ')}`
  return `${rate} from ${validity.from}${until}${except}`
}
