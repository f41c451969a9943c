import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'

/** A country of a group with the days on which it belongs to it. */
export interface AreaMember {
  readonly country: string
  readonly validity: Validity
}

/** Groups of countries by the id under which measures name them, such as `1013` or `2005`. */
export type GeographicalAreas = ReadonlyMap<string, readonly AreaMember[]>

/** The area of all countries, *erga omnes*. */
export const ALL_COUNTRIES = '1011'

/** Whether a country belongs to an area on a day: it is the country, or a group that it is in. */
export function isWithinArea(
  areas: GeographicalAreas,
  area: string,
  { country, on }: { readonly country: string; readonly on: LocalDate },
): boolean {
  if (area === ALL_COUNTRIES || area === country) return true
  const members = areas.get(area) ?? []
  return members.some((member) => member.country === country && isInForce(member.validity, on))
}

/** How narrow an area is: a country before a group, a group before all countries. */
export function narrowness(areas: GeographicalAreas, area: string): number {
  if (area === ALL_COUNTRIES) return 0
  return areas.has(area) ? 1 : 2
}
