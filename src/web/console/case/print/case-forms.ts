/**
 * How much of a case goes on paper: what one hands over, the declaration with its history, or everything
 * that is known.
 */
export const caseForms = ['short', 'declaration', 'long'] as const

/** One of {@link caseForms}. */
export type CaseForm = (typeof caseForms)[number]
