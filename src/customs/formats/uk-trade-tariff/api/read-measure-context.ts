import { Type } from 'typebox'
import type { IncludedResources } from './included-resources.ts'
import type { Resource } from './json-api-document.ts'
import { attributesReader, optionalText, windowBetween } from './read-attributes.ts'
import type { LegalAct, QuotaDefinition } from './tariff-measure.ts'

const readLegalAct = attributesReader(
  Type.Object({
    regulation_code: optionalText,
    regulation_url: optionalText,
    description: optionalText,
  }),
)

/** The laws of a measure; an object that is not brought along still has its id. */
export function legalActsOf(measure: Resource, included: IncludedResources): readonly LegalAct[] {
  return measure.related('legal_acts').map((name) => {
    const found = included.find(name)
    const read = found && readLegalAct(found)
    if (!read?.ok) return { code: name.id }
    const { regulation_code: code, regulation_url: url, description } = read.value
    return {
      code: code ? code : name.id,
      ...(description && { description }),
      ...(url && isWebAddress(url) && { url }),
    }
  })
}

/** A link is shown to people, so nothing but an address of the web becomes one. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//.test(url) && URL.canParse(url)
}

const readOrderNumber = attributesReader(Type.Object({ number: optionalText }))

const readDefinition = attributesReader(
  Type.Object({
    status: Type.String(),
    initial_volume: Type.String(),
    balance: Type.String(),
    measurement_unit: optionalText,
    validity_start_date: optionalText,
    validity_end_date: optionalText,
  }),
)

/** The quota of a measure: its number, and its present period where the body has one. */
export function quotaOf(
  measure: Resource,
  included: IncludedResources,
): { readonly orderNumber: string; readonly definition?: QuotaDefinition } | undefined {
  const [name] = measure.related('order_number')
  if (name === undefined) return undefined
  const found = included.find(name)
  const read = found && readOrderNumber(found)
  const orderNumber = (read?.ok === true ? read.value.number : undefined) ?? name.id
  const definition = found && definitionOf(found, { orderNumber, included })
  return { orderNumber, ...(definition && { definition }) }
}

function definitionOf(
  order: Resource,
  { orderNumber, included }: { readonly orderNumber: string; readonly included: IncludedResources },
): QuotaDefinition | undefined {
  const [name] = order.related('definition')
  const found = name && included.find(name)
  const read = found && readDefinition(found)
  if (!read?.ok) return undefined
  const { status, balance, measurement_unit: unit } = read.value
  const period = windowBetween(read.value.validity_start_date, read.value.validity_end_date)
  return {
    ...{ orderNumber, status, balance },
    initialVolume: read.value.initial_volume,
    ...(unit && { measurementUnit: unit }),
    ...(period && { period }),
  }
}

/** The preference code under which the rate of a measure is declared. */
export function preferenceCodeOf(
  measure: Resource,
  included: IncludedResources,
): string | undefined {
  const [name] = measure.related('preference_code')
  if (name === undefined) return undefined
  included.find(name)
  return name.id
}
