/** The pages of this part of the console. */
export const settingsRoutes = [] as const
