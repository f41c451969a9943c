/** The parts of the page of an authority, in their order; the first is shown unless the address says another. */
export const authorityParts = ['now', 'corrections', 'contacts', 'standing'] as const

/** One of {@link authorityParts}. */
export type AuthorityPart = (typeof authorityParts)[number]
