/** Shorter words stand in too many names to say anything. */
const SHORTEST_PART = 4
/** How many letters two names may differ in for one to be a slip of the other. */
const SLIPS_MAX = 2

/**
 * The names that may have been meant by one that is not known: those that differ in capitals or in
 * a letter or two, that contain it, or that it contains.
 *
 * @example namesAlike('netWeight', ['netWeightKg', 'origin']) // ['netWeightKg']
 */
export function namesAlike(unknown: string, known: readonly string[]): readonly string[] {
  const written = unknown.toLowerCase()
  return known.filter((name) => isAlike(written, name.toLowerCase()))
}

function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST_PART) return short === long
  if (long.includes(short)) return true
  return long.length - short.length <= SLIPS_MAX && slipsBetween(one, other) <= SLIPS_MAX
}

/** The letters to put in, to take out or to change between two words (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1]
    for (let at = 1; at <= other.length; at += 1) {
      const change = row[at - 1]! + (other[at - 1] === one[index] ? 0 : 1)
      next.push(Math.min(change, row[at]! + 1, next[at - 1]! + 1))
    }
    row = next
  }
  return row.at(-1)!
}
