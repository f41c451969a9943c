/** Where the console begins, for links that load it anew. */
export const HOME = '/console/'
