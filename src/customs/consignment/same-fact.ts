/**
 * Whether two stated facts say the same, whatever the order of their properties.
 * Absence equals only absence: a fact that one side left out is no agreement.
 */
export function sameFact(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (!isStructure(left) || !isStructure(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && sameFact(left[name], right[name]))
  )
}

/** An object or a list, whose contents have to be compared one by one. */
function isStructure(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
