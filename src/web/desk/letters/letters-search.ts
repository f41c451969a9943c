import type { ThreadKind } from '../../../authority/correspondence/thread-life-cycle.ts'
import type { ThreadViewName } from '../../../authority/store/correspondence-list.ts'

/** What of the letters is looked at; it stands in the address. */
export interface LettersSearch {
  readonly view?: ThreadViewName
  readonly kind?: ThreadKind
  readonly find?: string
}

/** The views in the order of their buttons. */
export const letterViews = ['office', 'overdue', 'trader', 'all'] as const

/** The kinds in the order of the filter. */
export const letterKinds = [
  'question',
  'enquiry',
  'voluntary-correction',
  'repayment-claim',
  'ruling-request',
  'appeal',
] as const

/** Reads the search of an address; what makes no sense is left out. */
export function readLettersSearch(search: Readonly<Record<string, unknown>>): LettersSearch {
  const view = letterViews.find((known) => known === search.view)
  const kind = letterKinds.find((known) => known === search.kind)
  const find = typeof search.find === 'string' ? search.find.trim().slice(0, 70) : ''
  return {
    ...(view !== undefined && { view }),
    ...(kind !== undefined && { kind }),
    ...(find !== '' && { find }),
  }
}
