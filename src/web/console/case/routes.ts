/** The pages of this part of the console. */
export const caseRoutes = [] as const
