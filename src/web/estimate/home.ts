/** Where the estimates begin, for links that load them anew. */
export const HOME = '/estimate/'
