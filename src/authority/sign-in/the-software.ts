/** Who stands on record where software with the token has acted and named no officer. */
export const THE_SOFTWARE = 'office software'
