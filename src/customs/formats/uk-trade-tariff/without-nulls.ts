/** The same value without the properties that are null: what the service writes so is absent. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const stated = Object.entries(value).filter(([, property]) => property !== null)
  return Object.fromEntries(stated.map(([name, property]) => [name, withoutNulls(property)]))
}
