import type { Destination } from './destination.ts'

/** What is looked through: a destination, or any part of it. */
type Part = Destination | object | string | number | boolean | undefined

/**
 * The schemes that any rule of the destinations asks for, such as `IOSS`: those in which a sale may say
 * that its seller is registered.
 */
export function schemesNamed(destinations: readonly Destination[]): ReadonlySet<string> {
  return new Set(schemesIn(destinations))
}

function schemesIn(part: Part): readonly string[] {
  if (typeof part !== 'object') return []
  const { fact, has, lacks } = part as Readonly<Record<string, Part>>
  if (fact === 'registration') return [has, lacks].filter((name) => typeof name === 'string')
  return Object.values(part).flatMap((inner: Part) => schemesIn(inner))
}
