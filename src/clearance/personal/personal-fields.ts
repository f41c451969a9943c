import type { Order } from '../../customs/order/order.ts'
import type { Address, Party } from '../../customs/order/party.ts'
import { addressLine } from '../declaring/address-line.ts'

/**
 * Personal values by the reference that stands for each of them in the permanent record. The record
 * can be kept for as long as the law wants; the values can be erased.
 */
export type PersonalFields = Readonly<Record<string, string>>

/** What is shown in place of a value that has been erased. */
export const ERASED = '[erased]'

const REFERENCE = /personal:([a-z]+_[0-9a-z]{26})#\d+;/g

/**
 * The personal data of the private persons in an order: name, street, postcode, e-mail, telephone,
 * registrations. A company is no data subject, so its data stays where it is.
 */
export function personalFieldsOf(order: Order, recordId: string): PersonalFields {
  const values = new Set(
    [
      ...privateParties(order).flatMap(partyValues),
      ...privateAddresses(order).flatMap(addressValues),
    ]
      // Labels and shipping marks write the same in capitals.
      .flatMap((value) => [value, value.toUpperCase()])
      .filter((value) => !HOUSE_NUMBER.test(value)),
  )
  const entries = [...values].map((value, index) => [`personal:${recordId}#${index + 1};`, value])
  return Object.fromEntries(entries) as PersonalFields
}

/** The name of a person who signed a paper, who need be none of the people of the order. */
export function personalFieldsOfSignatory(signatory: string, recordId: string): PersonalFields {
  return { [`personal:${recordId}#1;`]: signatory }
}

/** A bare number of a house says nothing of anybody and would be found in every amount. */
const HOUSE_NUMBER = /^\d{1,3}$/

function privateParties(order: Order): readonly Party[] {
  const { seller, buyer, marketplace, purchasingAgent } = order
  return [seller, buyer, marketplace, purchasingAgent?.party].filter(
    (party) => party?.kind === 'private',
  ) as readonly Party[]
}

/** Where private persons send from and receive, which need not be where they live. */
function privateAddresses(order: Order): readonly Address[] {
  const senders = [order.seller, order.purchasingAgent?.party]
  const sendsPrivately = senders.some((party) => party?.kind === 'private')
  return [
    ...(order.buyer.kind === 'private' ? [order.deliverTo] : []),
    ...(sendsPrivately ? [order.shipFrom] : []),
  ]
}

function partyValues(party: Party): readonly string[] {
  const { name, email, phone, eori, vatNumber, address } = party
  return [name, email, phone, eori, vatNumber]
    .filter((value) => value !== undefined)
    .concat(addressValues(address))
}

/** With the line that a declaration makes of it, the end of which may be the half of a value. */
function addressValues(address: Address): readonly string[] {
  const { lines, postcode } = address
  return [...lines, addressLine(address), ...(postcode === undefined ? [] : [postcode])]
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
  const anyValue = new RegExp(pairs.map(([, personal]) => asWhole(personal)).join('|'), 'g')
  return mapTexts(value, (text) => text.replace(anyValue, (found) => references.get(found)!))
}

/**
 * Finds a value that is not a part of a longer word or number: who is called Li does not stand in
 * every "Limited". Chinese writes words without gaps, so only Latin letters and digits make one.
 */
function asWhole(value: string): string {
  const before = /^[A-Za-z0-9]/.test(value) ? '(?<![A-Za-z0-9]|\\d[.,])' : ''
  const after = /[A-Za-z0-9]$/.test(value) ? '(?![A-Za-z0-9]|[.,]\\d)' : ''
  return before + escapeRegExp(value) + after
}

/** A value with `[erased]` wherever one of the personal values stood in it. */
export function withoutPersonal<T>(value: T, fields: PersonalFields): T {
  return rejoin(pseudonymise(value, fields), {})
}

/** Puts the personal values back; one that has been erased reads `[erased]`. */
export function rejoin<T>(value: T, fields: PersonalFields): T {
  return mapTexts(value, (text) =>
    text.includes('personal:')
      ? text.replace(REFERENCE, (reference) => fields[reference] ?? ERASED)
      : text,
  )
}

/** Leaves out what stands for people, for readers who are to see no name and no gap in its place. */
export function unnamed<T>(value: T): T {
  return mapTexts(value, (text) => text.replace(REFERENCE, '…'))
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
