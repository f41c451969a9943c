import type { Order } from '../../customs/order/order.ts'
import type { Address, Party } from '../../customs/order/party.ts'

/**
 * Personal values by the reference that stands for each of them in the permanent record. The record
 * can be kept for as long as the law wants; the values can be erased.
 */
export type PersonalFields = Readonly<Record<string, string>>

/** What is shown in place of a value that has been erased. */
export const ERASED = '[erased]'

const REFERENCE = /personal:([a-z]+_[0-9a-z]{26})#\d+;/g

/**
 * The personal data of the private persons in an order: name, street, postcode, e-mail, telephone.
 * A company is no data subject, so its data stays where it is.
 */
export function personalFieldsOf(order: Order, recordId: string): PersonalFields {
  const parties = [order.seller, order.buyer].filter((party) => party.kind === 'private')
  const addresses = order.buyer.kind === 'private' ? [order.deliverTo] : []
  const values = new Set([...parties.flatMap(personalValues), ...addresses.flatMap(addressValues)])
  const entries = [...values].map((value, index) => [`personal:${recordId}#${index + 1};`, value])
  return Object.fromEntries(entries) as PersonalFields
}

function personalValues(party: Party): readonly string[] {
  return [party.name, party.email, party.phone]
    .filter((value) => value !== undefined)
    .concat(addressValues(party.address))
}

function addressValues(address: Address): readonly string[] {
  return address.postcode === undefined ? address.lines : [...address.lines, address.postcode]
}

/**
 * Puts references in place of the personal values wherever they stand in a value, also within longer
 * texts such as an address on one line. {@link rejoin} undoes it exactly.
 */
export function pseudonymise<T>(value: T, fields: PersonalFields): T {
  // The longest value first: a street that contains a name is replaced as a whole.
  const pairs = Object.entries(fields).sort(([, left], [, right]) => right.length - left.length)
  if (pairs.length === 0) return value
  const references = new Map(pairs.map(([reference, personal]) => [personal, reference]))
  const anyValue = new RegExp(pairs.map(([, personal]) => escapeRegExp(personal)).join('|'), 'g')
  return mapTexts(value, (text) => text.replace(anyValue, (found) => references.get(found)!))
}

/** Puts the personal values back; one that has been erased reads `[erased]`. */
export function rejoin<T>(value: T, fields: PersonalFields): T {
  return mapTexts(value, (text) =>
    text.includes('personal:')
      ? text.replace(REFERENCE, (reference) => fields[reference] ?? ERASED)
      : text,
  )
}

/** The ids of the personal records that a value refers to. */
export function personalRecordIds(value: unknown): readonly string[] {
  const ids = new Set<string>()
  mapTexts(value, (text) => {
    for (const match of text.matchAll(REFERENCE)) ids.add(match[1]!)
    return text
  })
  return [...ids]
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T
  if (value === null || typeof value !== 'object') return value
  const source = value as Readonly<Record<string, unknown>>
  const mapped: Record<string, unknown> = {}
  for (const key of Object.keys(source)) mapped[key] = mapTexts(source[key], change)
  return mapped as T
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
