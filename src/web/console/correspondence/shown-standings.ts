/** The parts of the list of threads, by the name that its address holds; all are shown without one. */
export const shownStandings = ['awaiting-us', 'overdue', 'awaiting-authority', 'ended'] as const

/** One of {@link shownStandings}. */
export type ShownStanding = (typeof shownStandings)[number]
