/** How much of a case goes on paper: what one hands over, or everything that is known. */
export const caseForms = ['short', 'long'] as const

/** One of {@link caseForms}. */
export type CaseForm = (typeof caseForms)[number]
