import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { CoverageState } from '../../../customs/coverage/limits-of-data.ts'

/** The states from the most to the least. */
export const coverageStates = [
  'covered',
  'partly',
  'not-covered',
] as const satisfies readonly CoverageState[]

/** How a state is said and drawn: a sign beside the colour, for those who do not see the colour. */
export const stateWords: Readonly<
  Record<CoverageState, { readonly mark: string; readonly name: BilingualText }>
> = {
  covered: { mark: '●', name: { en: 'covered', zh: '已涵盖' } },
  partly: { mark: '◐', name: { en: 'partly', zh: '部分涵盖' } },
  'not-covered': { mark: '○', name: { en: 'not covered', zh: '未涵盖' } },
}
