import { readFileSync } from 'node:fs'
import { sharedPath } from '../shared-material.ts'

/** A worked figure of the UK duty calculator; its form depends on what it works out. */
export interface DutyVector {
  readonly id: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

/**
 * What a vector works out, by the fields that it has, so that any other vector of the same kind falls
 * into the same class.
 */
export type VectorClass =
  | 'duty of components'
  | 'duties and VAT of a commodity'
  | 'sum of charges'
  | 'choice of components'
  | 'no arithmetic: name and order of an option'
  | 'no arithmetic: option without a figure'
  | 'no arithmetic: look-up of an exchange rate'
  | 'no arithmetic: choice between the tariffs for Northern Ireland'
  | 'no arithmetic: kind of a VAT measure or of a free one'

/** The vectors of the shared material. */
export function dutyVectors(): readonly DutyVector[] {
  const file = readFileSync(sharedPath('vectors', 'duty', 'uk-duty-calculator_part.json'), 'utf8')
  return (JSON.parse(file) as { readonly vectors: readonly DutyVector[] }).vectors
}

/** The fields that tell the classes apart, the first that fits. */
const marks: readonly (readonly [VectorClass, (vector: DutyVector) => boolean])[] = [
  ['duty of components', ({ input }) => 'components' in input || 'condition_components' in input],
  ['duties and VAT of a commodity', ({ input }) => 'primary_measure' in input],
  ['no arithmetic: option without a figure', ({ input }) => 'commodity' in input],
  ['sum of charges', ({ expected }) => 'duty_total_display' in expected],
  ['choice of components', ({ expected }) => 'components_used' in expected],
  ['no arithmetic: name and order of an option', ({ expected }) => 'priority' in expected],
  ['no arithmetic: look-up of an exchange rate', ({ input }) => 'currency_pair' in input],
  [
    'no arithmetic: choice between the tariffs for Northern Ireland',
    ({ input }) => 'uk_options' in input || 'uk_duty' in input,
  ],
  [
    'no arithmetic: kind of a VAT measure or of a free one',
    ({ expected }) => 'vat_type' in expected || 'all_duties_zero' in expected,
  ],
]

/** The class of a vector; one that fits none is a kind of figure that nobody has looked at yet. */
export function classOf(vector: DutyVector): VectorClass | undefined {
  return marks.find(([, fits]) => fits(vector))?.[0]
}
