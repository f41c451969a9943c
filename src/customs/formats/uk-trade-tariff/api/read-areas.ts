import type { LocalDate } from '../../../calendar/local-date.ts'
import type { AreaMember, GeographicalAreas } from '../../../measures/geographical-area.ts'
import { type Result, success } from '../../../result.ts'
import { readJsonApiDocument, type Resource } from './json-api-document.ts'

/** The type under which the service writes countries and their groups. */
export const AREA_TYPE = 'geographical_area'

/** The European Union as one area of the tariff, and the group of its member states. */
const EUROPEAN_UNION = 'EU'
const MEMBERS_OF_EUROPEAN_UNION = '1013'

/**
 * The groups of countries among some geographical areas. The service does not say since when a
 * country has been a member, so membership counts from the day that the body is of.
 */
export function areasOf(resources: readonly Resource[], asOf: LocalDate): GeographicalAreas {
  const areas = new Map<string, readonly AreaMember[]>()
  for (const resource of resources) {
    const members = resource.related('children_geographical_areas')
    if (members.length === 0) continue
    areas.set(
      resource.id,
      members.map(({ id }) => ({ country: id, validity: { from: asOf } })),
    )
  }
  // A measure may name the Union as if it were a country, while origins are countries of it.
  const members = areas.get(MEMBERS_OF_EUROPEAN_UNION)
  if (members !== undefined && !areas.has(EUROPEAN_UNION)) areas.set(EUROPEAN_UNION, members)
  return areas
}

/** Reads a body of geographical areas, one or a list. */
export function readAreasBody(text: string, asOf: LocalDate): Result<GeographicalAreas> {
  const document = readJsonApiDocument(text)
  if (!document.ok) return document
  const { data, included } = document.value
  return success(
    areasOf(
      [...data, ...included].filter(({ type }) => type === AREA_TYPE),
      asOf,
    ),
  )
}
