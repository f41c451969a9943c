/** The largest paper that goes or comes with a letter. */
export const largestPaperBytes = 5 * 1024 * 1024

/** The most papers that go or come with one letter. */
export const mostPapers = 10
