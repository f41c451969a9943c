/**
 * The headings that some ranges name, out of those that there are: `9903.82.04-9903.82.26` is every
 * known heading from the first to the last. Headings have one form, so they sort as text.
 */
export function headingSet(
  ranges: readonly string[],
  known: readonly string[],
): ReadonlySet<string> {
  return new Set(
    ranges.flatMap((range) => {
      const [first = range, last = first] = range.split('-')
      return known.filter((heading) => first <= heading && heading <= last)
    }),
  )
}
