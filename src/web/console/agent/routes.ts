/** The pages of this part of the console. */
export const agentRoutes = [] as const
