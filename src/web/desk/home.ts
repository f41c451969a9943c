/** Where the desk begins, for links that load it anew. */
export const HOME = '/desk/'
