import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from './destination.ts'

const readOn = new WeakMap<Destination, LocalDate>()

/**
 * The last day on which some law of a destination was read: what is decided later is in none of its
 * rules. A day of the data, whatever the clock says.
 */
export function lawReadOn(destination: Destination): LocalDate {
  const known = readOn.get(destination)
  if (known !== undefined) return known
  const days = destination.sources.map((source) => source.readOn)
  const last = days.reduce((latest, day) => (day > latest ? day : latest))
  readOn.set(destination, last)
  return last
}
