/** The pages of this part of the console. */
export const orderRoutes = [] as const
