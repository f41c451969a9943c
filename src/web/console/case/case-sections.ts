/** The sections of the page of a case, by the name that its address holds. */
export const caseSections = [
  'overview',
  'charges',
  'papers',
  'declaration',
  'messages',
  'letters',
  'ledger',
  'history',
] as const

/** One of {@link caseSections}. */
export type CaseSection = (typeof caseSections)[number]
